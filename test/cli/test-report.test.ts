import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countVitest, summaryLine, table } from '../../src/cli/test-report.ts';
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
