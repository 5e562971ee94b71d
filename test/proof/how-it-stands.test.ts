/** A claim is proven for one state of its code, and each one names tests and folders that are there. */
import { expect, test } from 'vitest';
import { standingIn } from '../../src/build/recording/proof-integration.ts';
import {
  AREAS,
  CLAIMS,
  type Claim,
  commandOf,
  readRecord,
  standing,
  withRun,
} from '../../src/proof/index.ts';

const CLAIM: Claim = {
  id: 'a',
  area: 'money',
  says: 'Dit klopt.',
  tests: [
    ['x/a.test.ts', 'one'],
    ['x/b.test.ts', 'two'],
  ],
  about: ['src/x'],
};
const RECORDED = {
  commit: 'a'.repeat(40),
  day: '2026-11-30',
  digest: 'b'.repeat(64),
  tests: 2,
  browser: null,
};
const record = (claims: Record<string, unknown>) => readRecord({ v: 2, claims });
const found = { digestOf: () => RECORDED.digest, hasTest: () => true };

test('a proof of other code is older, one that was never seen is not there yet', () => {
  const state = (...args: Parameters<typeof standing>) => standing(...args).map((one) => one.state);
  expect(state([CLAIM], record({ a: [RECORDED] }), found)).toEqual(['proven']);
  expect(state([CLAIM], record({ a: [RECORDED] }), { ...found, digestOf: () => 'c'.repeat(64) })).toEqual([
    'older',
  ]);
  expect(state([CLAIM], record({ b: [RECORDED] }), found)).toEqual(['not-yet']);
  expect(state([{ ...CLAIM, id: 'constructor' }], record({}), found)).toEqual(['not-yet']);
});

test('of a claim that is told for each family, what was seen of other code is apart, and so is what was never seen', () => {
  const of = (browser: string, digest = RECORDED.digest) => ({ ...RECORDED, browser, digest });
  const claim = { ...CLAIM, isPerFamily: true };
  const [shown] = standing(
    [claim],
    record({ a: [of('Chromium 150.1'), of('Firefox 153.0', 'c'.repeat(64))] }),
    found,
  );
  expect(shown).toMatchObject({ state: 'proven', notYetIn: ['WebKit'] });
  expect(shown?.now.map(({ browser }) => browser)).toEqual(['Chromium 150.1']);
  expect(shown?.older.map(({ browser }) => browser)).toEqual(['Firefox 153.0']);
  expect(standing([CLAIM], record({ a: [of('Chromium 150.1')] }), found)[0]?.notYetIn).toEqual([]);
});

test('a run in fewer families leaves what was seen in the others, and takes the place of what it saw itself', () => {
  const of = (browser: string | null, day: string) => ({ ...RECORDED, browser, day });
  const before = [of('Chromium 150.1', '2026-11-28'), of('Firefox 153.0', '2026-11-28')];
  const after = withRun(before, [of('Chromium 151.0', '2026-11-30')]);
  expect(after.map(({ browser, day }) => [browser, day])).toEqual([
    ['Chromium 151.0', '2026-11-30'],
    ['Firefox 153.0', '2026-11-28'],
  ]);
  expect(withRun(after, [of('Firefox 154.0', '2026-12-01')]).map(({ browser }) => browser)).toEqual([
    'Firefox 154.0',
    'Chromium 151.0',
  ]);
  expect(withRun(before, [of(null, '2026-11-30')]).map(({ browser }) => browser)).toEqual([null]);
  expect(withRun([of(null, '2026-11-28')], before)).toEqual(before);
});

test('a claim goes with any of its tests', () => {
  const without = (gone: string) => ({
    ...found,
    hasTest: ([file]: readonly [string, string]) => file !== gone,
  });
  expect(standing([CLAIM], record({ a: [RECORDED] }), without('x/b.test.ts'))).toEqual([]);
  expect(standing([CLAIM], record({ a: [RECORDED] }), without('x/c.test.ts'))).toHaveLength(1);
});

test('the command names each file once, in all families where it is about these', () => {
  expect(commandOf(CLAIM)).toBe('npm test -- test/x/a.test.ts test/x/b.test.ts');
  expect(
    commandOf({
      ...CLAIM,
      tests: [
        ['x/a.test.ts', 'one'],
        ['x/a.test.ts', 'two'],
      ],
      isPerFamily: true,
    }),
  ).toBe('npm run test:browsers -- test/x/a.test.ts');
  expect(commandOf({ ...CLAIM, option: '--deep' })).toBe(
    'npm test -- --deep test/x/a.test.ts test/x/b.test.ts',
  );
});

test.each([
  ['no record', []],
  ['another version', { v: 1, claims: {} }],
  ['a commit that is none', { v: 2, claims: { a: [{ ...RECORDED, commit: 'main' }] } }],
  ['a claim without tests', { v: 2, claims: { a: [{ ...RECORDED, tests: 0 }] } }],
  ['a field too many', { v: 2, claims: { a: [{ ...RECORDED, says: 'x' }] } }],
  ['a browser without a version', { v: 2, claims: { a: [{ ...RECORDED, browser: 'Chromium' }] } }],
  ['a claim that was never seen', { v: 2, claims: { a: [] } }],
])('%s is refused', (_, value) => {
  expect(() => readRecord(value)).toThrow();
});

test('every claim has tests and folders that are there, and a name of its own', () => {
  // It throws for a folder that is gone, and leaves out a claim of which a test is.
  expect(standingIn('.').map(({ claim }) => claim.id)).toEqual(CLAIMS.map(({ id }) => id));
  expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length);
  expect(new Set(CLAIMS.map(({ says }) => says)).size).toBe(CLAIMS.length);
  expect(Object.keys(AREAS).filter((area) => CLAIMS.every((claim) => claim.area !== area))).toEqual([]);
});
