/** Totals as providers print them. */
import { divideHalfUp, parseDecimal, printDecimal, tenTo } from './decimal.ts';
import type { Decimal } from './tariff.ts';

const CENTS = 2;

/**
 * The two ways in which providers print a total in cents, a half upwards: rounded once at the end, or as the sum of lines
 * that were rounded first. They can differ by a cent or more; the exact amount stays what is paid.
 *
 * @throws UsageError `NOT_A_DECIMAL`, `NEGATIVE`
 */
export function totalsInCents(amountsUsd: readonly Decimal[]): {
  readonly roundedAtEnd: Decimal;
  readonly sumOfRounded: Decimal;
} {
  const amounts = amountsUsd.map((amount, at) => parseDecimal(amount, `amountsUsd.${at}`));
  const scale = Math.max(0, ...amounts.map((amount) => amount.scale));
  const whole = amounts.map((amount) => amount.digits * tenTo(scale - amount.scale));
  const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);
  const cents = (digits: bigint) => divideHalfUp(digits * tenTo(CENTS), tenTo(scale));
  const print = (digits: bigint) => printDecimal({ digits, scale: CENTS });
  return { roundedAtEnd: print(cents(sum(whole))), sumOfRounded: print(sum(whole.map(cents))) };
}
