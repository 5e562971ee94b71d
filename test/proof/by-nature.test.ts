/** What differs by nature: each row says who, what and why, and is held by a test that is there, or says why by none. */
import { expect, test } from 'vitest';
import { hasTest } from '../../src/build/recording/proof-integration.ts';
import { BY_NATURE, FAMILIES } from '../../src/proof/index.ts';
import { filesUnder, textOf } from '../support/import-reader.ts';

test('each has a name of its own, families that are not all of them, and a reason', () => {
  const ids = BY_NATURE.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, families: those, says, why } of BY_NATURE) {
    expect([id, new Set(those).size]).toEqual([id, those.length]);
    expect([id, those.length > 0 && those.length < Object.keys(FAMILIES).length]).toEqual([id, true]);
    for (const sentence of [says, why]) expect(sentence, id).toMatch(/^\p{Lu}.{20,}\.$/u);
  }
});

test('each is held by a test that is there, or says why by none', () => {
  for (const row of BY_NATURE) {
    if (row.test === null) expect(row.whyNoTest, row.id).toMatch(/\.$/);
    else expect([row.id, hasTest('.', row.test)]).toEqual([row.id, true]);
  }
});

/** Where a test asks which family it runs in, it can fail to see a mistake that only the others would show. */
const ASKS = /(?:===|!==|==) '(Firefox|WebKit|Chromium)'|^\s{2}(?:Firefox|WebKit|Chromium): \[/m;

test('each test that tells families apart is named by a row', () => {
  const named = new Set(BY_NATURE.flatMap(({ test }) => (test === null ? [] : [`test/${test[0]}`])));
  const asking = filesUnder('test')
    .filter((file) => file.endsWith('.test.ts') && file !== 'test/proof/by-nature.test.ts')
    .filter((file) => ASKS.test(textOf(file)));
  expect(asking.length).toBeGreaterThan(2);
  const unnamed = asking.filter((file) => !named.has(file));
  expect(unnamed, 'add a row to src/proof/by-nature.ts, for readers of that family').toEqual([]);
});
