/**
 * What stands beside a function and is billed by the request: the gateway before it, reads and writes of a store, messages
 * of a queue. For most functions that do CRUD it is the larger part of the bill. Kept out of receipts, which are about
 * functions: it is a month's estimate of so many requests a call.
 */
import { decimalOf, type Ratio, ratioOf } from './exact.ts';
import type { Month } from './month.ts';
import type { Beside, BesideComponent, BesideWhat, Decimal } from './tariff.ts';
import { checkQuantity } from './usage.ts';

/** How often one call does each; parts are allowed: one write in ten calls is 0.1. */
export type PerCall = Readonly<Record<BesideWhat, number>>;

/** Most that one call may do of anything. */
const MOST_PER_CALL = 1e6;
const REQUESTS_PER_PRICE = 1_000_000n;

export interface BesideLine extends BesideComponent {
  /** Requests that are billed in the month. */
  readonly requests: Decimal;
  readonly amountUsd: Decimal;
}

/** USD for what goes with one call. @throws UsageError `NOT_A_NUMBER`, `NEGATIVE`, `TOO_LARGE` (`perCall`) */
export function besideUsd({ components }: Beside, perCall: PerCall): Ratio {
  return components
    .map((component) => each(component, perCall))
    .reduce(add, { numerator: 0n, denominator: 1n });
}

/** A line for each thing that so many calls ask for; what they don't ask for is no line. */
export function besideLines(
  { components }: Beside,
  perCall: PerCall,
  invocations: number,
): readonly BesideLine[] {
  return components.flatMap((component) => {
    const { numerator, denominator } = requestsOf(component, perCall);
    if (numerator === 0n || invocations === 0) return [];
    return {
      ...component,
      requests: decimalOf({ numerator: numerator * BigInt(invocations), denominator }),
      amountUsd: decimalOf(times(each(component, perCall), BigInt(invocations))),
    };
  });
}

/** The month with what stands beside it: its costs, not its receipt. */
export function withBeside(month: Month, usdPerCall: Ratio): Month {
  return {
    ...month,
    costAt: (invocations) => add(month.costAt(invocations), times(usdPerCall, BigInt(invocations))),
  };
}

function requestsOf({ what, requestsEach }: BesideComponent, perCall: PerCall): Ratio {
  checkQuantity(perCall[what], `perCall.${what}`, MOST_PER_CALL);
  return times(ratioOf(perCall[what].toFixed(6), `perCall.${what}`), BigInt(requestsEach));
}

function each(component: BesideComponent, perCall: PerCall): Ratio {
  const requests = requestsOf(component, perCall);
  const price = ratioOf(component.priceUsd, 'priceUsd');
  return {
    numerator: requests.numerator * price.numerator,
    denominator: requests.denominator * price.denominator * REQUESTS_PER_PRICE,
  };
}

function times({ numerator, denominator }: Ratio, by: bigint): Ratio {
  return { numerator: numerator * by, denominator };
}

function add(a: Ratio, b: Ratio): Ratio {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}
