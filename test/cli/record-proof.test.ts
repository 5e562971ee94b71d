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

test('in each family its own tests count, and a family only when every part of the claim was tried in it', () => {
  const inChromium = { tests: 3, browser: 'Chromium 150.1' };
  expect(provenBy(PER_PATH, IN_CHROMIUM, VERSIONS)).toEqual([inChromium]);
  const more = [...IN_CHROMIUM, outcome('host/a.browser.test.ts', 'a host in Firefox', 'works')];
  expect(provenBy(PER_PATH, more, VERSIONS)).toEqual([inChromium]);
  const all = [...more, outcome('browser/b.test.ts', 'a path (Firefox)')];
  expect(provenBy(PER_PATH, all, VERSIONS)).toEqual([inChromium, { tests: 2, browser: 'Firefox 153.0' }]);
  expect(provenBy(PER_PATH, all, new Map([['Firefox', '153.0']]))).toHaveLength(1);
});

test('what fails in one family proves nothing there, and takes nothing from another', () => {
  const failed = { ...outcome('host/a.browser.test.ts', 'a host in Firefox', 'works'), status: 'failed' };
  const all = [...IN_CHROMIUM, failed, outcome('browser/b.test.ts', 'a path (Firefox)')];
  expect(provenBy(PER_PATH, all, VERSIONS)).toEqual([{ tests: 3, browser: 'Chromium 150.1' }]);
});

test('what a part for other families left out counts as the other part told of it', () => {
  const leftOut = IN_CHROMIUM.map((one) => ({ ...one, status: 'skipped' }));
  const inFirefox = [
    outcome('host/a.browser.test.ts', 'a host in Firefox', 'works'),
    outcome('browser/b.test.ts', 'a path (Firefox)'),
  ];
  const all = [...IN_CHROMIUM, ...leftOut, ...inFirefox];
  expect(provenBy(PER_PATH, all, VERSIONS).map(({ tests }) => tests)).toEqual([3, 2]);
  const failed = IN_CHROMIUM.map((one) => ({ ...one, status: 'failed' }));
  expect(
    provenBy(PER_PATH, [...failed, ...leftOut, ...inFirefox], VERSIONS).map(({ tests }) => tests),
  ).toEqual([2]);
});

test('a part that runs outside a browser is a part in each family', () => {
  const onNode = outcome('host/a.browser.test.ts', 'a host in node', 'works');
  expect(provenBy(PER_PATH, [...IN_CHROMIUM, onNode], VERSIONS)).toEqual([
    { tests: 4, browser: 'Chromium 150.1' },
  ]);
  expect(provenBy(PER_PATH, [...IN_CHROMIUM, { ...onNode, status: 'failed' }], VERSIONS)).toEqual([]);
});

test('a path is found by its name, whatever family stands behind it', () => {
  expect(provenBy(CLAIM, IN_CHROMIUM, VERSIONS)).toEqual([{ tests: 3, browser: 'Chromium 150.1' }]);
});

test('a title that only speaks of a family did not run in it', () => {
  const tests = [['browser/b.test.ts', 'all goes, but in WebKit']] as const;
  const versions = new Map([...VERSIONS, ['WebKit', '2.50']]);
  expect(
    provenBy(
      { ...CLAIM, tests },
      [outcome('browser/b.test.ts', 'all goes, but in WebKit (Chromium)')],
      versions,
    ),
  ).toEqual([{ tests: 1, browser: 'Chromium 150.1' }]);
});

test.each(['failed', 'pending', 'skipped', 'todo'])('nothing is proven by a test that is %s', (status) => {
  const [first, ...rest] = IN_CHROMIUM;
  if (first === undefined) throw new Error('no outcome');
  expect(provenBy(CLAIM, [{ ...first, status }, ...rest], VERSIONS)).toEqual([]);
});

test('nothing is proven when a test did not run, or one of that name ran elsewhere', () => {
  const others = [
    [],
    [outcome('browser/c.test.ts', 'a path')],
    [outcome('browser/b.test.ts', 'a path of others')],
  ];
  for (const other of others)
    expect(provenBy(CLAIM, [...IN_CHROMIUM.slice(0, 2), ...other], VERSIONS)).toEqual([]);
});

test('what no browser came into names none; what did, names the one that is always there', () => {
  const onPaper = { ...CLAIM, tests: [['billing/a.test.ts', 'sums']] as const, isPerFamily: false };
  expect(provenBy(onPaper, [outcome('billing/a.test.ts', 'sums')], VERSIONS)).toEqual([
    { tests: 1, browser: null },
  ]);
  const onPage = { ...CLAIM, tests: [['browser/b.test.ts', 'a path']] as const, isPerFamily: false };
  expect(provenBy(onPage, [outcome('browser/b.test.ts', 'a path')], VERSIONS)).toEqual([
    { tests: 1, browser: 'Chromium 150.1' },
  ]);
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
