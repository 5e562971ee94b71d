import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  countVitest,
  ONE_FAILED,
  ONE_PASSED,
  runStage,
  summaryLine,
  table,
} from '../../src/cli/test-report.ts';
import { siteFolder } from '../build/site-folder.ts';

test('counts come from the report', () => {
  const root = siteFolder({ 'report.json': JSON.stringify({ numPassedTests: 7, numFailedTests: 2 }) });
  expect(countVitest(join(root, 'report.json'), false)).toEqual({ passed: 7, failed: 2 });
});

test('a file that cannot be loaded fails without a failed test; so does a run without a report', () => {
  const root = siteFolder({ 'report.json': JSON.stringify({ numPassedTests: 7, numFailedTests: 0 }) });
  expect(countVitest(join(root, 'report.json'), false)).toEqual({ passed: 7, failed: 1 });
  expect(countVitest(join(root, 'weg.json'), false)).toEqual({ passed: 0, failed: 1 });
});

test('the last line adds all up', () => {
  const results = [
    { title: 'Types', passed: 1, failed: 0, durationMs: 1_234 },
    { title: 'In de browser', passed: 40, failed: 2, durationMs: 65_000 },
  ];
  expect(summaryLine(results)).toBe('41 passed, 2 failed');
  expect(table(results, 66_234)).toBe(
    [
      '✓ Types            1.2 s   1 goed',
      '✗ In de browser   65.0 s   40 goed, 2 fout',
      '  Samen           66.2 s',
    ].join('\n'),
  );
});

interface Part {
  readonly title: string;
}
const TYPES = { title: 'Types' };
const BUILD = { title: 'Bouwen' };
const UNITS = { title: 'Onderdelen' };

test('rows go on beside each other, and each is told whole, in order', async () => {
  let text = '';
  const types = Promise.withResolvers<void>();
  const said: string[] = [];
  const results = await runStage<Part>(
    [[TYPES, BUILD], [UNITS]],
    async (part, write) => {
      said.push(part.title);
      write(`${part.title} begint\n`);
      // Types end once the units have said all they have to say: alone they would wait for ever.
      if (part === TYPES) await types.promise;
      if (part === UNITS) types.resolve();
      write(`${part.title} eindigt\n`);
      return part === UNITS ? ONE_FAILED : ONE_PASSED;
    },
    (piece) => {
      text += piece;
    },
  );
  expect(said).toEqual(['Types', 'Onderdelen', 'Bouwen']);
  const told = ['Types', 'Bouwen', 'Onderdelen'].map(
    (title) => `\n── ${title} ──\n${title} begint\n${title} eindigt\n`,
  );
  expect(text).toBe(told.join(''));
  expect(results.map(({ title, failed }) => [title, failed])).toEqual([
    ['Types', 0],
    ['Bouwen', 0],
    ['Onderdelen', 1],
  ]);
});

test('what the first row says is told while it goes on', async () => {
  const end = Promise.withResolvers<void>();
  let text = '';
  const ended = runStage<Part>(
    [[TYPES]],
    async (_part, write) => {
      write('bezig');
      await end.promise;
      return ONE_PASSED;
    },
    (piece) => {
      text += piece;
    },
  );
  expect(text).toContain('bezig');
  end.resolve();
  await ended;
});
