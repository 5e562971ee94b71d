/** Criterion by criterion: each once, with tests that are there, and none that says nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS_BY_HAND, CRITERIA } from '../../src/proof/index.ts';

test('each criterion of levels A and AA stands there once, in the order of WCAG', () => {
  const numbers = CRITERIA.map(({ number }) => number);
  // Source: w3.org/TR/WCAG22: 31 of level A and 24 of level AA, without 4.1.1, which is obsolete.
  expect(CRITERIA.filter(({ level }) => level === 'A')).toHaveLength(31);
  expect(CRITERIA.filter(({ level }) => level === 'AA')).toHaveLength(24);
  const parts = (number: string) => number.split('.').map(Number);
  const inOrder = [...numbers].sort((a, b) => {
    const [x, y] = [parts(a), parts(b)];
    return x.map((part, at) => part - (y[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
  expect(numbers).toEqual(inOrder);
  expect(new Set(numbers).size).toBe(55);
});

test('every test that it names is there', () => {
  const named = CRITERIA.flatMap(({ tests }) => tests);
  expect(named.length).toBeGreaterThan(30);
  for (const [file, title] of named) {
    expect(existsSync(`test/${file}`), file).toBe(true);
    const source = readFileSync(`test/${file}`, 'utf8');
    expect(
      ["'", '`', '"'].some((quote) => source.includes(`${quote}${title}${quote}`)),
      title,
    ).toBe(true);
  }
});

test('a criterion is held by tests, wants a person, or is about nothing here', () => {
  for (const { number, tests, byPerson, notHere } of CRITERIA) {
    expect([number, tests.length > 0 || byPerson !== null || notHere !== undefined]).toEqual([number, true]);
    expect([number, notHere !== undefined && byPerson !== null]).toEqual([number, false]);
  }
});

test('what was looked at by hand is of criteria that there are, on a day, once', () => {
  const numbers = CRITERIA.map(({ number }) => number);
  for (const { id, criteria, day, did, saw } of CHECKS_BY_HAND) {
    expect(
      criteria.filter((number) => !numbers.includes(number)),
      id,
    ).toEqual([]);
    expect(new Date(day).toISOString().slice(0, 10), id).toBe(day);
    for (const sentence of [did, saw]) expect(sentence, id).toMatch(/\.$/);
  }
  expect(new Set(CHECKS_BY_HAND.map(({ id }) => id)).size).toBe(CHECKS_BY_HAND.length);
});
