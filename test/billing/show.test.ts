import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DECIMAL_GROUP_SPACE,
  printAmount,
  printLines,
  printQuantity,
  SYMBOL_SPACE,
  type View,
} from '../../src/billing/index.ts';
import { loadRate } from './support.ts';

const usd: View = { currency: 'USD' };
const eur: View = { currency: 'EUR', usdPerEur: loadRate().usdPerEur };

/** With plain spaces, so that a test can be read. */
const plain = (text: string) => text.replaceAll(DECIMAL_GROUP_SPACE, ' ').replaceAll(SYMBOL_SPACE, ' ');

/** What a printed amount says, as whole units of its last decimal. */
const digitsOf = (printed: string) => BigInt(printed.replace(/\D/g, ''));

const anyAmountUsd = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat(20)).map(([digits, scale]) => {
  const text = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
});
const anyAmounts = fc.array(fc.oneof(anyAmountUsd, fc.constant('0')), { maxLength: 12 });
const anyView = fc.constantFrom(usd, eur, { currency: 'EUR', usdPerEur: '0.07' } satisfies View);
const anyOptions = fc.record({ decimals: fc.nat(20), kept: fc.nat(4) }, { requiredKeys: [] });

describe('laws', () => {
  test('printed lines sum to the printed total, at any number of decimals', () => {
    fc.assert(
      fc.property(anyAmounts, anyView, anyOptions, (amounts, view, options) => {
        const { lines, total } = printLines(amounts, view, options);
        expect(lines.map(digitsOf).reduce((a, b) => a + b, 0n)).toBe(digitsOf(total));
      }),
    );
  });

  test('nothing that costs something reads as zero, and what costs nothing does', () => {
    fc.assert(
      fc.property(anyAmounts, anyView, anyOptions, (amounts, view, options) => {
        const { lines } = printLines(amounts, view, options);
        for (const [i, line] of lines.entries()) {
          expect(digitsOf(line) > 0n).toBe(/[1-9]/.test(amounts[i] ?? ''));
        }
      }),
    );
  });

  test('at least as many decimals as were asked for, and more only in threes', () => {
    fc.assert(
      fc.property(anyAmounts, anyView, fc.nat(20), (amounts, view, asked) => {
        const { decimals } = printLines(amounts, view, { decimals: asked });
        expect(decimals === asked || (decimals > asked && decimals % 3 === 0)).toBe(true);
      }),
    );
  });

  test('no line is off by a whole unit of its last decimal', () => {
    fc.assert(
      fc.property(anyAmounts, anyOptions, (amounts, options) => {
        const { lines, decimals } = printLines(amounts, usd, options);
        for (const [i, line] of lines.entries()) {
          const [whole = '', fraction = ''] = (amounts[i] ?? '').split('.');
          const exact = BigInt(whole + fraction) * 10n ** BigInt(decimals);
          const printed = digitsOf(line) * 10n ** BigInt(fraction.length);
          const off = printed > exact ? printed - exact : exact - printed;
          expect(off).toBeLessThan(10n ** BigInt(fraction.length));
        }
      }),
    );
  });
});

test('a line that is kept reads as it does by itself, unless another would then read as zero', () => {
  // 179.5, 46.8 and 18.7 in the last decimal, together 245.0.
  const amounts = ['0.0000001795', '0.0000000468', '0.0000000187'];
  const read = (kept?: number) =>
    printLines(amounts, usd, { decimals: 9, ...(kept !== undefined && { kept }) }).lines.map(digitsOf);
  expect(read()).toEqual([179n, 47n, 19n]);
  expect(read(0)).toEqual([180n, 47n, 18n]);
  expect(read(1)).toEqual([179n, 47n, 19n]);
  expect(printLines(['1.5', '0.9'], usd, { decimals: 0, kept: 0 }).lines.map(digitsOf)).toEqual([1n, 1n]);
});

describe('in Dutch', () => {
  test('a first run: tiny amounts in threes, all lines with the same decimals', () => {
    const { lines, total } = printLines(['0.0000004', '0.0000000312500625', '0.000000008333350'], eur);
    expect(lines.map(plain)).toEqual(['€ 0,000 000 359', '€ 0,000 000 028', '€ 0,000 000 008']);
    expect(plain(total)).toBe('€ 0,000 000 395');
  });

  test('the spaces in an amount do not break: narrow between decimals', () => {
    expect(printAmount('0.0000004', usd)).toBe('$\u00a00,000\u202f000\u202f400');
  });

  test.each([
    ['1234.56', '$ 1.234,56'],
    ['1234567.891', '$ 1.234.567,89'],
    ['857203.296', '$ 857.203,30'],
    ['0', '$ 0,00'],
    ['2.733338', '$ 2,73'],
    ['0.4', '$ 0,40'],
    ['0.0104', '$ 0,010'],
    ['0.00019136', '$ 0,000 191'],
    ['0.0000000000000001', '$ 0,000 000 000 000 000 100'],
  ])('%s is shown with the decimals it needs', (amount, shown) => {
    expect(plain(printAmount(amount, usd))).toBe(shown);
  });

  test('whoever asks for decimals gets a single digit that says something, and else there are two', () => {
    expect(plain(printAmount('0.05', usd, { decimals: 2 }))).toBe('$ 0,05');
    expect(plain(printAmount('0.05', usd))).toBe('$ 0,050');
    expect(plain(printAmount('0.10', usd))).toBe('$ 0,10');
    expect(plain(printAmount('0.004', usd, { decimals: 2 }))).toBe('$ 0,004');
    expect(plain(printAmount('3', usd, { decimals: 0 }))).toBe('$ 3');
    expect(plain(printAmount('0.3', usd, { decimals: 0 }))).toBe('$ 0,300');
  });

  test('a meter that ticks keeps the decimals that it is given', () => {
    expect(plain(printAmount('0.000208', eur, { decimals: 8 }))).toBe('€ 0,000 186 83');
    expect(plain(printAmount('0', eur, { decimals: 8 }))).toBe('€ 0,000 000 00');
  });

  test('euro is divided last: a third stays a third until its digits are picked', () => {
    const third: View = { currency: 'EUR', usdPerEur: '3' };
    const { lines, total } = printLines(['1', '1', '1'], third, { decimals: 2 });
    expect(lines.map(plain)).toEqual(['€ 0,34', '€ 0,33', '€ 0,33']);
    expect(plain(total)).toBe('€ 1,00');
  });

  test('one line that would vanish gives all of them more decimals', () => {
    const { lines, total, decimals } = printLines(['0.4', '0.0000001'], usd, { decimals: 2 });
    expect(decimals).toBe(9);
    expect(lines.map(plain)).toEqual(['$ 0,400 000 000', '$ 0,000 000 100']);
    expect(plain(total)).toBe('$ 0,400 000 100');
  });

  test('quantities and unit prices keep all their digits', () => {
    expect(plain(printQuantity('0.0000166667'))).toBe('0,000 016 666 7');
    expect(plain(printQuantity('6000000000'))).toBe('6.000.000.000');
    expect(plain(printQuantity('0.20'))).toBe('0,20');
    expect(plain(printQuantity('1234'))).toBe('1.234');
    expect(plain(printQuantity(`0.${'1'.repeat(39)}`))).not.toContain('…');
    // A fraction without an end is shown as one.
    expect(plain(printQuantity(`0.00${'1'.repeat(38)}`))).toBe('0,001 111 111 111…');
  });
});

test.each([
  [() => printLines(['1', '-1'], usd), 'amountsUsd.1: NEGATIVE'],
  [() => printLines(['NaN'], usd), 'amountsUsd.0: NOT_A_DECIMAL'],
  [() => printAmount('1', { currency: 'EUR', usdPerEur: '0.00' }), 'usdPerEur: ZERO'],
  [() => printAmount('1', { currency: 'EUR', usdPerEur: '' }), 'usdPerEur: NOT_A_DECIMAL'],
  [() => printAmount('1', usd, { decimals: 0.5 }), 'decimals: NOT_AN_INTEGER'],
  [() => printAmount('1e-7', usd), 'amountsUsd.0: NOT_A_DECIMAL'],
  [() => printQuantity('een'), 'quantity: NOT_A_DECIMAL'],
])('%s is refused: %s', (act, message) => {
  expect(act).toThrow(message);
});
