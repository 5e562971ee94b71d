/** Amounts of a month, as a reader sees them. */
import { decimalOf, type Ratio } from '../../billing/exact.ts';
import { printAmount } from '../../billing/show.ts';
import { dollar, euro, rate } from './prices.ts';

/** Euro of dollars, for the picture alone: an amount that is read is printed from its exact value. */
export function inEuroRoughly(usd: number): number {
  return usd / Number(rate.usdPerEur);
}

export function euroOf(usd: Ratio | string, decimals = 2): string {
  return printAmount(typeof usd === 'string' ? usd : decimalOf(usd), euro, { decimals });
}

export function dollarOf(usd: Ratio | string, decimals = 2): string {
  return printAmount(typeof usd === 'string' ? usd : decimalOf(usd), dollar, { decimals });
}

/** How many decimals a column of amounts takes, so that the smallest of them still says something. */
export function decimalsFor(usd: readonly (Ratio | string)[]): number {
  const amounts = usd.map((one) => Number(typeof one === 'string' ? one : decimalOf(one)));
  const least = Math.min(...amounts.filter((amount) => amount > 0));
  if (!(least < 1)) return 2;
  return Math.min(12, Math.ceil((2 - Math.log10(least)) / 3) * 3);
}

/** "€ 1.000", "€ 0,01": powers of ten on an axis. */
export function axisEuro(value: number): string {
  return `€\u00a0${value.toLocaleString('nl', { maximumFractionDigits: 3 })}`;
}

/** "31 miljoen", "310.000": two digits that say something, the rest would be false precision. */
export function roughCount(value: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  const rounded = Math.round(value / step) * step;
  if (rounded >= 1e12) return `${(rounded / 1e12).toLocaleString('nl')} biljoen`;
  if (rounded >= 1e9) return `${(rounded / 1e9).toLocaleString('nl')} miljard`;
  if (rounded >= 1e6) return `${(rounded / 1e6).toLocaleString('nl', { maximumFractionDigits: 1 })} miljoen`;
  return rounded.toLocaleString('nl', { maximumFractionDigits: 0 });
}
