/** What the server beside it costs, which runs whether anyone calls or not. */
import { checkDecimals, divideHalfUp, parseDecimal, printDecimal, tenTo } from './decimal.ts';
import { sumUsd } from './receipt.ts';
import type { AlwaysOn, AlwaysOnPart, Decimal } from './tariff.ts';
import { microseconds } from './usage.ts';
import { UsageError } from './usage-error.ts';

const US_PER_HOUR = 3_600_000_000n;

/**
 * Price of an hour, of the parts that are counted and no others: a page names what it counts.
 *
 * @throws UsageError `MISSING` for a part that this server has no price for
 */
export function hourlyUsd(server: AlwaysOn, parts: readonly AlwaysOnPart[] = ['instance']): Decimal {
  const prices = parts.map((part) => {
    const component = server.components.find(({ what }) => what === part);
    if (!component) throw new UsageError('MISSING', `components.${part}`);
    return component.priceUsd;
  });
  return sumUsd(prices);
}

/**
 * What an hourly price comes to after some time. An hour does not divide evenly, so that division comes last.
 *
 * @param elapsedMs time since it started, used or not
 * @param decimals how many are shown; the last one is rounded to the nearest, a half upwards
 * @throws UsageError `NOT_A_DECIMAL`, `NEGATIVE`, `NOT_A_NUMBER`, `NOT_AN_INTEGER` (decimals), `TOO_LARGE`
 */
export function alwaysOnUsd(priceUsdPerHour: Decimal, elapsedMs: number, decimals = 12): Decimal {
  checkDecimals(decimals);
  const price = parseDecimal(priceUsdPerHour, 'priceUsdPerHour');
  const elapsedUs = BigInt(microseconds(elapsedMs, 'elapsedMs'));
  const digits = divideHalfUp(price.digits * elapsedUs * tenTo(decimals), tenTo(price.scale) * US_PER_HOUR);
  return printDecimal({ digits, scale: decimals });
}
