/** Whole numbers to decimal text and back. Expected digits are long division by hand, or big.js where a law asks for many. */
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDecimals, divideHalfUp, parseDecimal, printDecimal } from '../../src/billing/decimal.ts';
import {
  compareRatios,
  decimalOf,
  decimalsOf,
  ENDLESS_DECIMALS,
  ratioOf,
  roughly,
  shareOut,
} from '../../src/billing/exact.ts';

describe('decimal text', () => {
  test.each([
    ['12', { digits: 12n, scale: 0 }],
    ['0.0104', { digits: 104n, scale: 4 }],
    ['0.20', { digits: 20n, scale: 2 }],
    ['007.5', { digits: 75n, scale: 1 }],
    // Nothing less is nothing.
    ['-0.00', { digits: 0n, scale: 2 }],
  ])('%s is read', (text, scaled) => {
    expect(parseDecimal(text, 'price')).toEqual(scaled);
  });

  test.each(['', '.', '1.', '.5', '+1', '1e3', '1,5', ' 1', '1 ', '--1', '1\n', '0x1', '1.2.3'])(
    '%j is refused',
    (text) => {
      expect(() => parseDecimal(text, 'price')).toThrow('price: NOT_A_DECIMAL');
    },
  );

  test.each([
    [{ digits: 0n, scale: 0 }, '0'],
    [{ digits: 0n, scale: 3 }, '0.000'],
    [{ digits: 7n, scale: 1 }, '0.7'],
    [{ digits: 7n, scale: 3 }, '0.007'],
    [{ digits: 1234n, scale: 3 }, '1.234'],
    [{ digits: 1234n, scale: 0 }, '1234'],
  ])('%o is printed as %s', (scaled, text) => {
    expect(printDecimal(scaled)).toBe(text);
  });

  test('from none to a hundred decimals can be asked', () => {
    for (const decimals of [0, 1, 100]) expect(() => checkDecimals(decimals)).not.toThrow();
    expect(() => checkDecimals(101)).toThrow('decimals: TOO_LARGE');
    expect(() => checkDecimals(-1)).toThrow('decimals: NEGATIVE');
    expect(() => checkDecimals(Number.NaN)).toThrow('decimals: NOT_AN_INTEGER');
  });
});

test('division is to the nearest, and a half goes up', () => {
  const pairs = [
    [0, 3],
    [1, 3],
    [2, 3],
    [1, 2],
    [3, 2],
    [5, 2],
    [7, 4],
    [5, 4],
    [9, 3],
  ] as const;
  const divided = pairs.map(([dividend, divisor]) => divideHalfUp(BigInt(dividend), BigInt(divisor)));
  expect(divided).toEqual([0n, 0n, 1n, 1n, 2n, 3n, 2n, 1n, 3n]);
});

describe('a fraction', () => {
  const decimal = (numerator: bigint, denominator: bigint) => decimalOf({ numerator, denominator });

  test.each([
    [1n, 1n, '1'],
    [0n, 7n, '0'],
    [1n, 8n, '0.125'],
    [3n, 1_024n, '0.0029296875'],
    [1n, 5n, '0.2'],
    [7n, 50n, '0.14'],
    [10n, 4n, '2.5'],
    [300n, 3n, '100'],
    // Its denominator has a three, and yet it ends.
    [3n, 12n, '0.25'],
    [1n, 3n, `0.${'3'.repeat(40)}`],
    [2n, 3n, `0.${'6'.repeat(39)}7`],
    [1n, 3_600n, `0.0002${'7'.repeat(35)}8`],
  ])('%d ÷ %d is %s', (numerator, denominator, text) => {
    expect(decimal(numerator, denominator)).toBe(text);
  });

  test('that ends has the digits of big.js', () => {
    const anyEnd = fc.tuple(fc.nat(9), fc.nat(9)).map(([twos, fives]) => 2 ** twos * 5 ** fives);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), anyEnd, (numerator, denominator) => {
        const exact = new Big(String(numerator)).times(new Big(10).pow(18).div(denominator)).div('1e18');
        expect(decimal(numerator, BigInt(denominator))).toBe(exact.toFixed());
      }),
    );
  });

  test('that ends is never cut, however small', () => {
    const smallest = new Big('0.5').pow(50).toFixed();
    expect(smallest.length).toBeGreaterThan(ENDLESS_DECIMALS + 2);
    expect(decimal(1n, 2n ** 50n)).toBe(smallest);
    expect(decimalsOf([1n, 3n], 2n ** 50n).total).toBe(new Big(smallest).times(4).toFixed());
  });

  test('is compared without dividing', () => {
    const [third, quarter, same] = [
      { numerator: 1n, denominator: 3n },
      ratioOf('0.25', 'x'),
      { numerator: 2n, denominator: 6n },
    ] as const;
    expect(compareRatios(third, quarter)).toBeGreaterThan(0);
    expect(compareRatios(quarter, third)).toBeLessThan(0);
    expect(compareRatios(third, same)).toBe(0);
  });

  test('is roughly its double', () => {
    expect(roughly({ numerator: 1n, denominator: 8n })).toBe(0.125);
    expect(roughly({ numerator: 2n, denominator: 3n })).toBeCloseTo(0.666_666_666_666, 11);
    expect(roughly({ numerator: 123_456_789n, denominator: 1n })).toBe(123_456_789);
  });
});

describe('fractions that add up', () => {
  test('all end, and so does their sum: nothing is cut', () => {
    expect(decimalsOf([1n, 2n, 5n], 8n)).toEqual({ decimals: ['0.125', '0.25', '0.625'], total: '1' });
  });

  test('one without an end cuts all of them at 40 decimals, and the rest goes where most was cut', () => {
    const sixths = decimalsOf([1n, 2n, 3n], 6n);
    expect(sixths).toEqual({
      decimals: [`0.1${'6'.repeat(38)}7`, `0.${'3'.repeat(40)}`, '0.5'],
      total: '1',
    });
    expect(ENDLESS_DECIMALS).toBe(40);
  });

  test('what the total has more goes to the largest remainders, the first ones among equals', () => {
    // Sevenths in hundredths: 28.57, 28.57 and 42.86 are cut to 28, 28 and 42, and two are missing.
    expect(shareOut([2n, 2n, 3n], 7n, 2)).toEqual({ whole: [29n, 28n, 43n], wholeTotal: 100n });
    expect(shareOut([1n, 1n, 1n], 3n, 0)).toEqual({ whole: [1n, 0n, 0n], wholeTotal: 1n });
    expect(shareOut([1n, 3n, 2n], 4n, 0)).toEqual({ whole: [0n, 1n, 1n], wholeTotal: 2n });
    expect(shareOut([], 3n, 2)).toEqual({ whole: [], wholeTotal: 0n });
  });
});
