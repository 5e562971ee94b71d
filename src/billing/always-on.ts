/** What the server beside it costs, which runs whether anyone calls or not. */
import { checkDecimals, divideHalfUp, parseDecimal, printDecimal, tenTo } from './decimal.ts';
import { compareRatios, decimalOf, ratioOf } from './exact.ts';
import type { AlwaysOn, AlwaysOnComponent, AlwaysOnExtra, AlwaysOnPart, Decimal } from './tariff.ts';
import { microseconds } from './usage.ts';
import { UsageError } from './usage-error.ts';

const US_PER_HOUR = 3_600_000_000n;
/** The month that cloud price lists count with: 365 × 24 ÷ 12 hours. */
export const HOURS_PER_MONTH = 730;

/** What is counted beside the machine itself. */
export type Extras = Readonly<Record<AlwaysOnExtra, boolean>>;

/** With an address, since without one nobody reaches it; a disk is a choice, because not every one has a price. */
export const STANDARD_EXTRAS: Extras = { 'public-ipv4': true, disk: false };

/** The machine and what is wanted beside it, as far as that has a price of its own. */
export function partsOf(server: AlwaysOn, extras: Extras = STANDARD_EXTRAS): readonly AlwaysOnPart[] {
  return server.components.map(({ what }) => what).filter((part) => part === 'instance' || extras[part]);
}

/** What is wanted and is neither in the price of the machine nor priced apart: a page has to say so. */
export function unpricedExtras(
  { components, included }: AlwaysOn,
  extras: Extras = STANDARD_EXTRAS,
): readonly AlwaysOnExtra[] {
  return (['public-ipv4', 'disk'] as const).filter(
    (extra) => extras[extra] && !included.includes(extra) && !components.some(({ what }) => what === extra),
  );
}

/**
 * Price of an hour, of the parts that are counted and no others: a page names what it counts.
 *
 * @throws UsageError `MISSING` for a part that this server has no price by the hour for
 */
export function hourlyUsd(server: AlwaysOn, parts: readonly AlwaysOnPart[] = partsOf(server)): Decimal {
  const prices = parts.map((part) => {
    const component = componentOf(server, part);
    if (component.unit !== 'hour') throw new UsageError('MISSING', `components.${part}`);
    return component.priceUsd;
  });
  return sumUsd(prices);
}

/**
 * Price of a month of 730 hours, of the parts that are counted. A month's cap of the provider holds.
 *
 * @throws UsageError `MISSING` for a part that this server has no price for
 */
export function monthlyUsd(server: AlwaysOn, parts: readonly AlwaysOnPart[] = partsOf(server)): Decimal {
  return sumUsd(parts.map((part) => monthOf(componentOf(server, part))));
}

function monthOf({ unit, priceUsd, monthCapUsd, gb = 1 }: AlwaysOnComponent): Decimal {
  if (unit === 'month') return priceUsd;
  const price = ratioOf(priceUsd, 'priceUsd');
  const many = ratioOf(String(unit === 'hour' ? HOURS_PER_MONTH : gb), 'gb');
  const month = {
    numerator: price.numerator * many.numerator,
    denominator: price.denominator * many.denominator,
  };
  const isCapped = monthCapUsd !== undefined && compareRatios(month, ratioOf(monthCapUsd, 'monthCapUsd')) > 0;
  return isCapped ? monthCapUsd : decimalOf(month);
}

/**
 * What a month costs above the price of a burstable machine that is busy all through it.
 *
 * @param busyVcpu virtual CPUs in use, on average; a decimal, so that no digit is lost
 * @returns '0' below the baseline; null where no source gives the baseline or the price
 * @throws UsageError `NOT_A_DECIMAL`
 */
export function surplusUsd({ burst }: AlwaysOn, busyVcpu: Decimal): Decimal | null {
  if (!burst || burst.baselineVcpu === null || burst.surplusUsdPerVcpuHour === null) return null;
  const [busy, free, price] = [
    ratioOf(busyVcpu, 'busyVcpu'),
    ratioOf(burst.baselineVcpu, 'baselineVcpu'),
    ratioOf(burst.surplusUsdPerVcpuHour, 'surplusUsdPerVcpuHour'),
  ];
  const above = busy.numerator * free.denominator - free.numerator * busy.denominator;
  if (above <= 0n) return '0';
  return decimalOf({
    numerator: above * price.numerator * BigInt(HOURS_PER_MONTH),
    denominator: busy.denominator * free.denominator * price.denominator,
  });
}

function componentOf(server: AlwaysOn, part: AlwaysOnPart): AlwaysOnComponent {
  const component = server.components.find(({ what }) => what === part);
  if (!component) throw new UsageError('MISSING', `components.${part}`);
  return component;
}

/** Exact sum of amounts. */
export function sumUsd(amountsUsd: readonly Decimal[]): Decimal {
  const amounts = amountsUsd.map((amount, at) => parseDecimal(amount, `amountsUsd.${at}`));
  const scale = Math.max(0, ...amounts.map((amount) => amount.scale));
  const sum = amounts.reduce((total, amount) => total + amount.digits * tenTo(scale - amount.scale), 0n);
  return decimalOf({ numerator: sum, denominator: tenTo(scale) });
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
