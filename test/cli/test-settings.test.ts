/** What `npm test` is told on its command line, and what it tells the tests. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asVariables,
  CONDITIONS,
  DEEP,
  limitOf,
  readArguments,
  SHORT,
  testSettings,
} from '../../src/cli/test-settings.ts';

test('what one process writes the next one reads', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer(),
        breadth: fc.integer({ min: 1, max: 100 }),
        inAllBrowsers: fc.boolean(),
        withRealService: fc.boolean(),
        conditions: fc.subarray([...CONDITIONS]),
        drawsCondition: fc.boolean(),
        keepsPictures: fc.boolean(),
        leavesOutSurveys: fc.boolean(),
      }),
      (settings) => {
        expect(testSettings(asVariables(settings))).toEqual(settings);
      },
    ),
  );
});

test('a test by hand gets what `npm test` gives', () => {
  expect(testSettings({})).toEqual(SHORT);
});

test('laws begin at that seed, with that many cases', () => {
  const { seed, breadth } = testSettings();
  expect(fc.readConfigureGlobal()).toMatchObject({ seed, numRuns: 100 * breadth });
});

test('deep is twenty times as many cases from a seed of its own, in all browsers, within the hour', () => {
  const [first, second] = [readArguments(['--deep']), readArguments(['--deep'])];
  expect(first).toMatchObject({ breadth: 20 * SHORT.breadth, inAllBrowsers: true, withRealService: false });
  expect(new Set([first.seed, second.seed, SHORT.seed]).size).toBe(3);
  expect(DEEP.limitMs).toBe(3_600_000);
  expect(readArguments(['--deep', '--seed=7']).seed).toBe(7);
});

test('a part may take what is left of the hour, in whole milliseconds, since a process takes no others', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2 * DEEP.limitMs, noNaN: true }), (spentMs) => {
      const limitMs = limitOf(readArguments(['--deep']), spentMs);
      expect(Number.isInteger(limitMs)).toBe(true);
      expect(limitMs).toBeLessThanOrEqual(Math.max(1_000, DEEP.limitMs - spentMs));
      expect(limitMs).toBeGreaterThan(Math.max(999, DEEP.limitMs - spentMs - 1));
    }),
  );
});

const PLAIN = { ...SHORT, isDeep: false, withOtherFamilies: false, isRecorded: false, files: [], times: 1 };

test('files and a record come when they are asked for, and only files of tests', () => {
  expect(readArguments([])).toMatchObject({ files: [], isRecorded: false });
  expect(readArguments(['--browsers', '--record', 'test/a.test.ts', 'test/b'])).toMatchObject({
    files: ['test/a.test.ts', 'test/b'],
    isRecorded: true,
    inAllBrowsers: true,
  });
  expect(() => readArguments(['src/a.ts'])).toThrow('"src/a.ts" is geen test');
});

test('odd conditions come when they are asked for by name; with `--deep` and no name one is drawn for each path', () => {
  const named = readArguments(['--condition=narrow', '--condition=touch']);
  expect(named).toMatchObject({ conditions: ['narrow', 'touch'], drawsCondition: false });
  expect(readArguments(['--deep'])).toMatchObject({ conditions: CONDITIONS, drawsCondition: true });
  const alone = readArguments(['--deep', '--condition=narrow']);
  expect(alone).toMatchObject({ conditions: ['narrow'], drawsCondition: false });
  expect(() => readArguments(['--condition=breed'])).toThrow('een van slowed, narrow');
});

test('other browsers and the real service come when they are asked for, and not before', () => {
  expect(readArguments([])).toEqual(PLAIN);
  expect(readArguments(['--browsers'])).toEqual({ ...PLAIN, inAllBrowsers: true });
  expect(readArguments(['--webcontainer'])).toEqual({ ...PLAIN, withRealService: true });
});

test('pictures are compared, and kept anew when that is asked for', () => {
  expect(readArguments([])).toEqual(PLAIN);
  const asked = readArguments(['--pictures', 'test/browser/pictures']);
  expect(asked).toEqual({ ...PLAIN, keepsPictures: true, files: ['test/browser/pictures'] });
  expect(testSettings(asVariables(asked)).keepsPictures).toBe(true);
});

test.each([['--seed=1.5'], ['--times=0'], ['--times=veel'], ['--times=100'], ['src/engine']])(
  '%s is no wish that can be met',
  (argument) => {
    expect(() => readArguments([argument])).toThrow(/geheel getal|is geen test/);
  },
);

test.each(['--seed=veel', '--dieper', 'engine'])('%s is refused before anything runs', (argument) => {
  const main = fileURLToPath(new URL('../../src/cli/test.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, argument], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Gebruik: npm test');
});
