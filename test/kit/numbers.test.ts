import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { count, grouped } from '../../src/kit/numbers.ts';

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
