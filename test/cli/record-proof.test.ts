/** What a run of the tests writes down as proven. */
import { expect, test } from 'vitest';
import { outcomesIn, provenBy, type TestOutcome } from '../../src/cli/record-proof.ts';
import type { Claim } from '../../src/proof/index.ts';

const CLAIM: Claim = {
  id: 'a',
  area: 'sandbox',
  says: 'Dit klopt.',
  tests: [
    ['host/a.browser.test.ts', 'a host in %s'],
    ['browser/b.test.ts', 'a path'],
  ],
  about: ['src/host'],
  isPerFamily: true,
};
const outcome = (file: string, ...titles: string[]): TestOutcome => ({ file, titles, status: 'passed' });
const IN_CHROMIUM = [
  outcome('host/a.browser.test.ts', 'a host in Chromium', 'works'),
  outcome('host/a.browser.test.ts', 'a host in Chromium', 'stops'),
  outcome('browser/b.test.ts', 'a path (Chromium)'),
];
const PER_PATH: Claim = {
  ...CLAIM,
  tests: [
    ['host/a.browser.test.ts', 'a host in %s'],
    ['browser/b.test.ts', 'a path (%s)'],
  ],
};
const VERSIONS = new Map([
  ['Chromium', '150.1'],
  ['Firefox', '153.0'],
]);

test('each test counts once, and a browser only when every part of the claim was tried in it', () => {
  expect(provenBy(PER_PATH, IN_CHROMIUM, VERSIONS)).toEqual({ tests: 3, browsers: ['Chromium 150.1'] });
  const more = [...IN_CHROMIUM, outcome('host/a.browser.test.ts', 'a host in Firefox', 'works')];
  expect(provenBy(PER_PATH, more, VERSIONS)).toEqual({ tests: 4, browsers: ['Chromium 150.1'] });
  expect(
    provenBy(PER_PATH, [...more, outcome('browser/b.test.ts', 'a path (Firefox)')], VERSIONS)?.browsers,
  ).toEqual(['Chromium 150.1', 'Firefox 153.0']);
});

test('a path is found by its name, whatever family stands behind it', () => {
  expect(provenBy(CLAIM, IN_CHROMIUM, VERSIONS)).toEqual({ tests: 3, browsers: ['Chromium 150.1'] });
});

test.each(['failed', 'pending', 'skipped', 'todo'])('nothing is proven by a test that is %s', (status) => {
  const [first, ...rest] = IN_CHROMIUM;
  if (first === undefined) throw new Error('no outcome');
  expect(provenBy(CLAIM, [{ ...first, status }, ...rest], VERSIONS)).toBeNull();
});

test('nothing is proven when a test did not run, or one of that name ran elsewhere', () => {
  expect(provenBy(CLAIM, IN_CHROMIUM.slice(0, 2), VERSIONS)).toBeNull();
  expect(
    provenBy(CLAIM, [...IN_CHROMIUM.slice(0, 2), outcome('browser/c.test.ts', 'a path')], VERSIONS),
  ).toBeNull();
  expect(
    provenBy(CLAIM, [...IN_CHROMIUM.slice(0, 2), outcome('browser/b.test.ts', 'a path of others')], VERSIONS),
  ).toBeNull();
});

test('what no browser came into names none; what did, names the one that is always there', () => {
  const tests = [['billing/a.test.ts', 'sums']] as const;
  expect(
    provenBy({ ...CLAIM, tests, isPerFamily: false }, [outcome('billing/a.test.ts', 'sums')], VERSIONS),
  ).toEqual({
    tests: 1,
    browsers: [],
  });
  expect(
    provenBy(
      { ...CLAIM, tests: [['browser/b.test.ts', 'a path']], isPerFamily: false },
      [outcome('browser/b.test.ts', 'a path')],
      VERSIONS,
    ),
  ).toEqual({ tests: 1, browsers: ['Chromium 150.1'] });
});

test('a report of Vitest is read by file, with the groups around a test', () => {
  const report = {
    testResults: [
      {
        name: '/p/test/host/a.test.ts',
        assertionResults: [{ ancestorTitles: ['x', 'y'], title: 'z', status: 'passed' }],
      },
    ],
  };
  expect(outcomesIn(JSON.stringify(report), '/p')).toEqual([
    { file: 'host/a.test.ts', titles: ['x', 'y', 'z'], status: 'passed' },
  ]);
});
