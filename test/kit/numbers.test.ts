import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { bindingWords } from '../../src/host/instance/bindings/binding-words.ts';
import { bytesInWords, count, grouped } from '../../src/kit/numbers.ts';
import { writeText } from '../../src/playground/timeline/words.ts';

test('a number is grouped as the language groups it, and a whole one without asking the browser', () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double({ noNaN: true })), (value) => {
      // A negative zero is told as none: there are no fewer than no calls.
      expect(grouped(value)).toBe((value === 0 ? 0 : value).toLocaleString('nl'));
    }),
  );
  const asked = vi.spyOn(Number.prototype, 'toLocaleString');
  expect([0, 1, 999, 1_000, 12_500, 1_000_000].map((value) => count(value, 'aanroep', 'aanroepen'))).toEqual([
    '0 aanroepen',
    '1 aanroep',
    '999 aanroepen',
    '1.000 aanroepen',
    '12.500 aanroepen',
    '1.000.000 aanroepen',
  ]);
  expect(asked).not.toHaveBeenCalled();
});

test('bytes are told in one way', () => {
  const told = [0, 1, 340, 1_023, 1_024, 12_300, 262_144, 1_048_550, 1_048_576, 3_250_000, 26_214_400];
  expect(told.map(bytesInWords)).toEqual([
    '0 bytes',
    '1 byte',
    '340 bytes',
    '1.023 bytes',
    '1 KB',
    '12 KB',
    '256 KB',
    '1 MB',
    '1 MB',
    '3,1 MB',
    '25 MB',
  ]);
  const write = (bytes: number) => writeText({ atMs: 0, op: 'kv.put', key: 'a', bytes });
  expect([300, 5_000, 50_000].map(write)).toEqual(['kv: a, 300 bytes', 'kv: a, 4,9 KB', 'kv: a, 48,8 KB']);
});

test('a refusal names its limit as the page does', () => {
  for (const limitBytes of [262_144, 6_291_456, 1_572_864]) {
    expect(bindingWords({ code: 'STORE_FULL', details: { store: 'kv', limitBytes } })).toContain(
      `er past ${bytesInWords(limitBytes)} in`,
    );
  }
});
