/** A report of a failure: a tape that says what it was saved for, whatever could be recorded. */
import { expect, test } from 'vitest';
import { readTape } from '../../../src/engine/index.ts';
import {
  type FailureReport,
  reportFile,
  reportInWords,
  reportOf,
} from '../../../src/playground/replay/failure-report.ts';

const REPORT: FailureReport = {
  playground: 'Begroet',
  failed: { code: 'HANDLER_ERROR', words: 'Je functie gaf een fout.' },
  memoryMb: 1_769,
  timeoutMs: 3_000,
  concurrencyLimit: 10,
  env: 'KLEUR=rood\nMAAT=2',
  version: '0.1.0',
  userAgent: 'Mozilla/5.0',
};
const CODE = { 'a.js': 'export default 1;' };

test('of what could not be recorded the code is kept, and the report comes back', () => {
  const tape = readTape(reportFile(null, CODE, REPORT));
  expect(tape?.codes).toEqual([[{ path: 'a.js', text: 'export default 1;' }]]);
  expect(tape && reportOf(tape)).toEqual(REPORT);
});

test('a tape that is too large for a file leaves its place to the code', () => {
  const empty = readTape(reportFile(null, CODE, REPORT));
  if (empty === null) throw new Error('no tape');
  const huge = { ...empty, codes: [[{ path: 'a.js', text: 'x'.repeat(9_000_000) }]] };
  expect(readTape(reportFile(huge, CODE, REPORT))?.codes).toEqual(empty.codes);
});

test('what it says is told, a line each', () => {
  expect(reportInWords(REPORT)).toEqual([
    'Dit is een foutmelding uit “Begroet”: Je functie gaf een fout. (HANDLER_ERROR)',
    'Ingesteld was: 1.769 MB, een timeout van 3 s, maximaal 10 tegelijk, en KLEUR=rood, MAAT=2.',
    'Functielab 0.1.0, in Mozilla/5.0.',
  ]);
  const [, set, where] = reportInWords({ ...REPORT, env: '', version: null });
  expect(set).toBe('Ingesteld was: 1.769 MB, een timeout van 3 s, maximaal 10 tegelijk.');
  expect(where).toBe('Functielab zonder versie, in Mozilla/5.0.');
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a list', []],
  ['a number for a text', { ...REPORT, userAgent: 1 }],
  ['a text for a number', { ...REPORT, memoryMb: '128' }],
  ['no failure', { ...REPORT, failed: null }],
  ['a failure without words', { ...REPORT, failed: { code: 'THROTTLED' } }],
])('is a tape and no report: %s', (_, report) => {
  const tape = readTape(reportFile(null, CODE, report as never));
  if (tape === null) throw new Error('no tape');
  expect(reportOf(tape)).toBeNull();
});
