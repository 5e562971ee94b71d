/** The lists of the page that says what is proven are those of the tests. */
import { expect, test } from 'vitest';
import { publishedBills, whatWasTried } from '../../src/build/recording/what-was-tried.ts';
import { ATTACK_FAMILIES, CLAIMS, RUN_KINDS } from '../../src/proof/index.ts';
import { INVENTORY } from '../attacks/inventory/index.ts';
import { rows } from '../simulation/cases.ts';
import { textOf } from '../support/import-reader.ts';

const tried = await whatWasTried('.');

test('each attack of the inventory is there, under a family with a name in Dutch', () => {
  expect(tried.attacks.map(({ family }) => family)).toEqual(Object.keys(ATTACK_FAMILIES));
  expect(tried.attacks.map(({ attacks }) => attacks.map(({ what }) => what))).toEqual(
    Object.values(INVENTORY).map((family) => family.map(({ what }) => what)),
  );
  for (const { attacks } of tried.attacks)
    for (const { what, files } of attacks) expect(files.length, what).toBeGreaterThan(0);
});

test('each published run is there, under a kind with a name in Dutch', () => {
  expect(tried.runs.flatMap(({ runs }) => runs.map(({ id }) => id)).sort()).toEqual(
    rows.map(({ id }) => id).sort(),
  );
  expect(tried.runs.map(({ kind }) => kind).sort()).toEqual(Object.keys(RUN_KINDS).sort());
});

test('each published bill has a source, stands there once, and is a test of the claim', () => {
  const names = tried.bills.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(25);
  // Others are of a guide or a study that no longer has an address.
  expect(tried.bills.filter(({ url }) => url !== null).length).toBeGreaterThan(20);
  const claimed = CLAIMS.find(({ id }) => id === 'published-bills')?.tests ?? [];
  const byTable = /name: '([^',]+)/g;
  const inTests = claimed.flatMap(([file, title]) =>
    title === '$name'
      ? [...textOf(`test/${file}`).matchAll(byTable)].map(([, name]) => name)
      : title === 'Cloudflare Workers'
        ? ['cf-15m-7ms', 'cf-15m-80pct-static']
        : [title.split(':')[0]],
  );
  expect([...inTests].sort()).toEqual([...names].sort());
});

test('a bill is published when it has a name of its own and says right above it where it stands', () => {
  const source = `const PAGE = 'https://a.test/prices';
// https://b.test/x, read in 2026.
// A second line.
test('b-one: a word', () => {});
// An article.
test('c-one', () => {});
// "A heading": 3.
  test('a-one: b', () => {});
test('without-a-source', () => {});
// https://d.test/
test('no name of its own', () => {});
// https://e.test/y, read.
describe('E', () => {
  test('e-one', () => {});
});
test('e-two', () => {});
`;
  expect(publishedBills(source)).toEqual([
    { name: 'b-one', source: 'https://b.test/x, read in 2026. A second line.', url: 'https://b.test/x' },
    { name: 'c-one', source: 'An article.', url: null },
    { name: 'a-one', source: '"A heading": 3.', url: 'https://a.test/prices' },
    { name: 'e-one', source: 'https://e.test/y, read.', url: 'https://e.test/y' },
  ]);
});

test('the run-time is the one that the tests have', () => {
  const { version } = JSON.parse(textOf('node_modules/scorm-again/package.json'));
  expect(tried.runTime).toEqual({ name: 'scorm-again', version });
});
