/** Figures in the text of a lesson, computed from the tariff when the site is built: no text can go stale. */
import {
  alwaysOnUsd,
  hourlyUsd,
  printAmount,
  printQuantity,
  receipt,
  type UsageRecord,
} from '../../billing/index.ts';
import { dollar, euro, server, tariff } from '../../prices.ts';

/** An amount as shown: euro, with the dollars that it was computed in beside it. */
export interface Amount {
  readonly usd: string;
  readonly euro: string;
  readonly dollar: string;
}

function amount(usd: string, decimals?: number): Amount {
  const options = decimals === undefined ? {} : { decimals };
  return { usd, euro: printAmount(usd, euro, options), dollar: printAmount(usd, dollar, options) };
}

function unitPrice(unit: string): string {
  const price = tariff.components.find((component) => component.unit === unit)?.tiers[0]?.priceUsd;
  if (price === undefined)
    throw new Error(`content/tariffs/${tariff.id}.json: components: no price per ${unit}`);
  return price;
}

/** The month that cloud price lists count with. */
export const HOURS_PER_MONTH = 730;
const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3_600;

const hourUsd = hourlyUsd(server);
export const monthUsd = alwaysOnUsd(hourUsd, SECONDS_PER_MONTH * 1_000);

/** A unit price is published in dollars: those keep all their digits. */
function price(usd: string, decimals: number, source: string) {
  return { ...amount(usd, decimals), dollar: `$\u00a0${printQuantity(usd)}`, source };
}

const prices = {
  'requests-per-million': () => price(unitPrice('million-requests'), 2, tariff.source),
  'gb-second': () => price(unitPrice('gb-second'), 9, tariff.source),
  'server-hour': () => price(hourUsd, 4, server.source),
  'server-month': () => ({ ...amount(monthUsd, 2), source: server.source }),
  'ipv4-hour': () => price(hourlyUsd(server, ['public-ipv4']), 4, server.source),
} as const;
const quantities = {
  'free-requests': () => tariff.freeTier?.requests ?? '0',
  'free-gb-seconds': () => tariff.freeTier?.gbSeconds ?? '0',
} as const;

export type PriceName = keyof typeof prices | keyof typeof quantities;

export type Figure =
  | { readonly kind: 'amount'; readonly amount: Amount; readonly source: string }
  | { readonly kind: 'quantity'; readonly text: string; readonly source: string };

function isAmount(name: PriceName): name is keyof typeof prices {
  return name in prices;
}

export function figure(name: PriceName): Figure {
  if (isAmount(name)) {
    const { source, ...rest } = prices[name]();
    return { kind: 'amount', amount: rest, source };
  }
  return { kind: 'quantity', text: printQuantity(quantities[name]()), source: tariff.source };
}

/** What these runs cost, without a free tier. */
export function billOf(usage: UsageRecord, decimals?: number): Amount {
  return amount(receipt(tariff, [usage], { freeTier: false }).totalUsd, decimals);
}

/**
 * From how many runs a month on the always-on server is cheaper.
 *
 * The price of a month of the server, divided by the price of one run; both exact, the quotient rounded up.
 */
export function breakEven(usage: UsageRecord): { perMonth: number; perSecond: number } {
  const one = receipt(tariff, [{ ...usage, count: 1 }], { freeTier: false }).totalUsd;
  const perMonth = Math.ceil(Number(monthUsd) / Number(one));
  return { perMonth, perSecond: perMonth / SECONDS_PER_MONTH };
}

/** "31 miljoen", "310.000": two digits that say something, the rest would be false precision. */
export function roughly(value: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  const rounded = Math.round(value / step) * step;
  if (rounded < 1_000_000) return rounded.toLocaleString('nl', { maximumFractionDigits: 0 });
  return `${(rounded / 1_000_000).toLocaleString('nl', { maximumFractionDigits: 1 })} miljoen`;
}
