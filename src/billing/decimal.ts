/** Decimal text to whole numbers and back: what division for show needs, and big.js can't do exactly. */
import type { Decimal } from './tariff.ts';
import { UsageError } from './usage-error.ts';

/** The value `digits` ÷ 10^`scale`. */
export interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * @param text plain decimal notation, not negative: `12`, `0.0104`
 * @throws UsageError `NEGATIVE`, `NOT_A_DECIMAL`
 */
export function parseDecimal(text: Decimal, field: string): Scaled {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new UsageError('NOT_A_DECIMAL', field);
  const [, sign, whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  if (sign === '-' && digits > 0n) throw new UsageError('NEGATIVE', field);
  return { digits, scale: fraction.length };
}

/** Plain notation with exactly `scale` decimals. */
export function printDecimal({ digits, scale }: Scaled): Decimal {
  const text = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

export function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

/** Division to the nearest whole number, a half upwards; neither is negative. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}

/** Most decimals that are ever shown: far more than any amount has. */
export const MAX_DECIMALS = 100;

/** @throws UsageError `NOT_AN_INTEGER`, `NEGATIVE`, `TOO_LARGE` */
export function checkDecimals(decimals: number): void {
  if (!Number.isInteger(decimals)) throw new UsageError('NOT_AN_INTEGER', 'decimals');
  if (decimals < 0) throw new UsageError('NEGATIVE', 'decimals');
  if (decimals > MAX_DECIMALS) throw new UsageError('TOO_LARGE', 'decimals');
}
