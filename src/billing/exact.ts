/**
 * Fractions to decimal text. Nearly every amount ends: 1 ÷ 1,024 does, and so do prices. What is priced by the
 * hour and measured in seconds does not, and neither does an exchange rate: those are cut here, at the very
 * end, and still add up.
 */
import { divideHalfUp, parseDecimal, printDecimal, type Scaled, tenTo } from './decimal.ts';
import type { Decimal } from './tariff.ts';

/** The value `numerator` ÷ `denominator`; neither is negative. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Decimals of a fraction that has no end: far beyond what anyone is charged. */
export const ENDLESS_DECIMALS = 40;

/** A decimal as a ratio. */
export function ratioOf(text: Decimal, field: string): Ratio {
  const { digits, scale } = parseDecimal(text, field);
  return { numerator: digits, denominator: tenTo(scale) };
}

/** Below zero: a is less; above: more. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** Near enough to draw it. */
export function roughly({ numerator, denominator }: Ratio): number {
  return Number(divideHalfUp(numerator * tenTo(24), denominator)) / 1e24;
}

/**
 * Fractions that share a denominator, and their sum, as decimals: exact when all of them end, else cut to
 * `ENDLESS_DECIMALS` so that they still sum to the total as it is cut (largest remainder).
 */
export function decimalsOf(
  numerators: readonly bigint[],
  denominator: bigint,
): { readonly decimals: readonly Decimal[]; readonly total: Decimal } {
  const total = numerators.reduce((sum, numerator) => sum + numerator, 0n);
  const places = placesOf(denominator);
  const unit = tenTo(places);
  if (numerators.every((numerator) => (numerator * unit) % denominator === 0n)) {
    const print = (numerator: bigint) => plain({ digits: (numerator * unit) / denominator, scale: places });
    return { decimals: numerators.map(print), total: print(total) };
  }
  const scale = ENDLESS_DECIMALS;
  const { whole, wholeTotal } = shareOut(numerators, denominator, scale);
  return {
    decimals: whole.map((digits) => plain({ digits, scale })),
    total: plain({ digits: wholeTotal, scale }),
  };
}

/** One ratio as a decimal; see `decimalsOf`. */
export function decimalOf(ratio: Ratio): Decimal {
  return decimalsOf([ratio.numerator], ratio.denominator).total;
}

/**
 * Largest remainder: cut all, then give back what the rounded total has more, one digit at a time, first to
 * what was cut most.
 *
 * @param kept index of one that is rounded to the nearest whatever the others are, and takes no part in this: even then each of
 * the others is off by less than a digit, since two roundings of half a digit are at most one
 */
export function shareOut(
  numerators: readonly bigint[],
  denominator: bigint,
  decimals: number,
  kept: number | null = null,
): { readonly whole: readonly bigint[]; readonly wholeTotal: bigint } {
  const unit = tenTo(decimals);
  const total = numerators.reduce((sum, numerator) => sum + numerator, 0n);
  const wholeTotal = divideHalfUp(total * unit, denominator);
  const whole = numerators.map((numerator, i) =>
    i === kept ? divideHalfUp(numerator * unit, denominator) : (numerator * unit) / denominator,
  );
  const remainders = numerators.map((numerator, i) => ({ i, rest: (numerator * unit) % denominator }));
  const byRest = remainders
    .filter(({ i }) => i !== kept)
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const lacking = wholeTotal - whole.reduce((sum, amount) => sum + amount, 0n);
  for (const { i } of byRest.slice(0, Number(lacking))) whole[i] = (whole[i] ?? 0n) + 1n;
  return { whole, wholeTotal };
}

const placesCache = new Map<bigint, number>();

/** How many decimals hold all that this denominator can bring forth, but for what never ends. */
function placesOf(denominator: bigint): number {
  const known = placesCache.get(denominator);
  if (known !== undefined) return known;
  const powerOf = (prime: bigint) => {
    let power = 0;
    for (let rest = denominator; rest % prime === 0n; rest /= prime) power += 1;
    return power;
  };
  const places = Math.max(powerOf(2n), powerOf(5n));
  placesCache.set(denominator, places);
  return places;
}

/** Without zeros at the end: `2`, not `2.000`. */
function plain(value: Scaled): Decimal {
  const text = printDecimal(value);
  return value.scale === 0 ? text : text.replace(/\.?0+$/, '');
}
