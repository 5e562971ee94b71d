import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readScore, scoreLine } from './report.ts';

function reportOf(...statuses: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const mutants = statuses.map((status, at) => ({
    status,
    mutatorName: 'BooleanLiteral',
    replacement: 'false\n  && true',
    location: { start: { line: at + 1 } },
  }));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ files: { 'src/billing/cents.ts': { mutants } } }));
  return file;
}

test('an endless mutant is killed, one without a test lives, and one that cannot run is no mutant', () => {
  const score = readScore(
    reportOf('Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'CompileError', 'Ignored'),
  );
  expect(score).toMatchObject({ killed: 2, survived: 1, uncovered: 1 });
  expect(score.living).toEqual([
    'src/billing/cents.ts:3 BooleanLiteral: false && true',
    'src/billing/cents.ts:4 BooleanLiteral (no test): false && true',
  ]);
  expect(scoreLine('billing', score)).toBe('billing    2 killed, 1 survived, 1 without a test: 50.0 %');
});

test('a file without a mutant has no score', () => {
  expect(scoreLine('billing', readScore(reportOf('Ignored')))).toContain(
    '0 killed, 0 survived, 0 without a test: –',
  );
});
