/** Which parts `npm test` runs for what it is asked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readArguments } from '../../src/cli/test-settings.ts';
import { SURVEYS } from '../../src/cli/testing/surveys.ts';
import { pathFiles, stagesOf } from '../../src/cli/testing/test-stages.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const partsFor = (...args: readonly string[]) => stagesOf(readArguments(args), PROJECT).flat(2);
const titlesFor = (...args: readonly string[]) => partsFor(...args).map(({ title }) => title);

test('all of it: types, style, the site, and tests of each kind once', () => {
  const kinds = partsFor().flatMap((part) => ('vitestProjects' in part ? part.vitestProjects : []));
  expect([...kinds].sort()).toEqual(['browser', 'pages', 'site', 'unit']);
  expect(titlesFor()).toHaveLength(7);
});

test('what looks over the whole site or attacks it is left out, unless all of it is asked for', () => {
  const isShort = (...args: readonly string[]) =>
    partsFor(...args).some((part) => 'leavesOutSurveys' in part && part.leavesOutSurveys);
  expect(isShort()).toBe(true);
  for (const all of ['--families', '--browsers', '--deep', '--record']) expect(isShort(all)).toBe(false);
  // What is asked for by name is not left out of that.
  expect(isShort(`test/${SURVEYS[0]}`)).toBe(false);
  const lost = SURVEYS.filter((file) => !existsSync(join(PROJECT, 'test', file)));
  expect(lost).toEqual([]);
  expect(new Set(SURVEYS).size).toBe(SURVEYS.length);
});

test('the other families come after all of it, with what is for each of them and nothing else', () => {
  expect(titlesFor('--families')).toEqual([...titlesFor(), 'Wegen in Firefox en WebKit']);
  const last = partsFor('--families').at(-1);
  expect(last).toMatchObject({ isInOtherFamilies: true, vitestProjects: ['browser', 'pages'] });
  const files = last !== undefined && 'files' in last ? (last.files ?? []) : [];
  expect(files).toEqual(expect.arrayContaining([...pathFiles(PROJECT)]));
  expect(files).toEqual(
    expect.arrayContaining(['test/host/host-contract.browser.test.ts', 'test/host/attacks.browser.test.ts']),
  );
  expect(files).not.toContain('test/browser/editor.test.ts');
  expect(readFileSync(join(PROJECT, '.ci', 'run'), 'utf8')).toContain('exec npm test -- --families\n');
});

test('what is asked for alone comes after a build', () => {
  expect(titlesFor('test/a.test.ts')).toEqual(['Site bouwen', 'Wat gevraagd is']);
  expect(titlesFor('--webcontainer')).toEqual(['Site bouwen', 'Met de echte WebContainer']);
});

test('five times are five runs of every path of a reader, with more beside each other than there are processors', () => {
  const [build, ...runs] = partsFor('--browsers', '--times=5');
  expect(build?.title).toBe('Site bouwen');
  expect(runs.map(({ title }) => title)).toEqual([1, 2, 3, 4, 5].map((nth) => `Keer ${nth} van 5`));
  for (const run of runs) expect(run).toMatchObject({ files: pathFiles(PROJECT), workersPerCore: 2 });
  expect(pathFiles(PROJECT)).toEqual(
    expect.arrayContaining(['test/browser/paths.test.ts', 'test/browser/injection/injection.test.ts']),
  );
  expect(pathFiles(PROJECT)).not.toContain('test/browser/editor.test.ts');
});

test('files that are asked for so many times are those alone', () => {
  const [, ...runs] = partsFor('--times=2', 'test/browser/paths.test.ts');
  expect(runs).toHaveLength(2);
  for (const run of runs) expect(run).toMatchObject({ files: ['test/browser/paths.test.ts'] });
});
