/** Numbers in Dutch notation: what people type means what they mean, and what the site writes, it reads back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUsageText } from '../../src/billing/reading/index.ts';
import { readWrittenNumber, writeNumber } from '../../src/billing/written-number.ts';
import { usageMessage } from '../../src/till/own-logs/words.ts';

test.each([
  ['1.000', true, 1_000, null],
  ['550.000', true, 550_000, null],
  ['1.000.000', true, 1_000_000, null],
  ['1 000', true, 1_000, null],
  ['1\u202f000', true, 1_000, null],
  ['1000', true, 1_000, null],
  ['1,5', true, 1.5, null],
  ['1.250', false, 1_250, 1.25],
  ['1.250,5', false, 1_250.5, null],
  ['1.250.000', false, 1_250_000, null],
  ['1,25', false, 1.25, null],
  ['1,250', false, 1.25, null],
  ['12.5', false, 12.5, null],
  ['0.125', false, 0.125, null],
  ['1234.567', false, 1_234.567, null],
  [' 12,5 ', false, 12.5, null],
  ['-1.000', true, -1_000, null],
] as const)('%j, of whole things: %s, is %d', (text, isWhole, value, couldBe) => {
  expect(readWrittenNumber(text, isWhole)).toEqual({ value, couldBe });
});

test.each([
  ['1,000', true],
  ['1,250.5', false],
  ['1.25.000', false],
  ['1.0000,5', false],
  ['12.5,5', false],
  ['1e9', false],
  ['', false],
  ['12 ms', false],
  ['.5', false],
  ['5,', false],
] as const)('%j, of whole things: %s, is no number', (text, isWhole) => {
  expect(readWrittenNumber(text, isWhole)).toBeNull();
});

/** With up to six decimals: finer than any clock that the course has. */
const anyPart = fc.integer({ min: 0, max: 9e12 }).map((millionths) => millionths / 1e6);

describe('what the site writes, it reads back', () => {
  test('in a form and an address', () => {
    fc.assert(
      fc.property(fc.oneof(anyPart, fc.nat()), (value) => {
        expect(readWrittenNumber(writeNumber(value), false)).toEqual({ value, couldBe: null });
      }),
    );
  });

  test('on a page, with points between thousands', () => {
    fc.assert(
      fc.property(anyPart, fc.nat(), (part, whole) => {
        const shown = part.toLocaleString('nl', { maximumFractionDigits: 6 });
        expect(readWrittenNumber(shown, false)?.value).toBe(part);
        expect(readWrittenNumber(whole.toLocaleString('nl'), true)).toEqual({ value: whole, couldBe: null });
      }),
    );
  });

  test('in a spreadsheet with semicolons, or asks', () => {
    const written = (value: number) => value.toLocaleString('nl', { maximumFractionDigits: 6 });
    const law = fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 0, max: 9e11 }).map((millionths) => millionths / 1e6),
      fc.integer({ min: 1, max: 32_768 }),
      (count, durationMs, memoryMb) => {
        const row = [count, durationMs, memoryMb].map(written).join(';');
        const { records, problems } = readUsageText(`count;durationMs;memoryMb\n${row}\n`);
        if (problems.length === 0) expect(records).toEqual([{ count, durationMs, memoryMb }]);
        else expect(problems).toEqual([{ line: 2, code: 'AMBIGUOUS', field: 'durationMs' }]);
      },
    );
    fc.assert(law, {
      examples: [
        [1_000, 1_250, 512],
        [1_000, 1_250.5, 1_024],
      ],
    });
  });
});

describe('a file of usage', () => {
  test('in Dutch: points between thousands, and a decimal comma', () => {
    const text = 'count;durationMs;memoryMb;responseBytes\n1.000;1.250,5;1.024;1.048.576\n2;12.5;512;3\n';
    expect(readUsageText(text)).toMatchObject({
      records: [
        { count: 1_000, durationMs: 1_250.5, memoryMb: 1_024, responseBytes: 1_048_576 },
        { count: 2, durationMs: 12.5, memoryMb: 512, responseBytes: 3 },
      ],
      problems: [],
    });
  });

  test.each([
    ['durationMs;memoryMb\n1.250;512\n', 'durationMs'],
    ['durationMs\tmemoryMb\n1.250\t512\n', 'durationMs'],
    ['count,durationMs,memoryMb\n1.000,120,512\n', 'count'],
    ['durationMs,memoryMb\n120,1.024\n', 'memoryMb'],
  ])('%j is asked about: a factor of a thousand is not guessed', (text, field) => {
    const { records, problems } = readUsageText(text);
    expect(records).toEqual([]);
    expect(problems).toEqual([{ line: 2, code: 'AMBIGUOUS', field }]);
    expect(problems.map(usageMessage)).toEqual([
      `${field} is op twee manieren te lezen: 1.250 kan 1250 zijn, maar ook 1,25. Schrijf het zonder punt (1250), of met een komma (1,25).`,
    ]);
  });

  test('as a program writes it, a point is a decimal one', () => {
    expect(readUsageText('count,durationMs,memoryMb\n3,1.250,128.0\n').records).toEqual([
      { count: 3, durationMs: 1.25, memoryMb: 128 },
    ]);
  });
});
