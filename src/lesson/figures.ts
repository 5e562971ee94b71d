/** Figures in the text of a lesson, computed from the tariffs when the site is built: no text can go stale. */

import {
  type AlwaysOn,
  compareRatios,
  HOURS_PER_MONTH,
  hourlyUsd,
  monthlyUsd,
  type PricedComponent,
  printAmount,
  printMoney,
  printQuantity,
  ratioOf,
  receipt,
  surplusUsd,
  type Tariff,
  type UsageRecord,
} from '../billing/index.ts';
import { breakEven as breakEvenOf, monthOf, perMonth } from '../billing/month.ts';
import { dollar, euro, server as labServer, type TariffChoice } from '../till/index.ts';
import { alwaysOns, findTariff } from '../till/prices/all-prices.ts';
import { roughCount } from '../till/prices/euros.ts';
import { tariff as labTariff } from '../till/prices/lab-tariff.ts';

/** An amount as shown: euro, with the dollars that it was computed in beside it. */
export interface Amount {
  readonly usd: string;
  readonly euro: string;
  readonly dollar: string;
}

/** Some runs, under the lab's tariff or another one. */
export interface Use extends UsageRecord {
  readonly tariff?: string | undefined;
  readonly freeTier?: boolean | undefined;
}

export function amount(usd: string, decimals?: number): Amount {
  const options = decimals === undefined ? {} : { decimals };
  return { usd, euro: printAmount(usd, euro, options), dollar: printAmount(usd, dollar, options) };
}

/** @throws Error that names a tariff that is not there */
export function tariffOf(id: string | undefined): Tariff {
  if (id === undefined) return labTariff;
  const found = findTariff(id);
  if (found === undefined) throw new Error(`content/tariffs/${id}.json: no such tariff of functions`);
  return found;
}

function serverOf(id: string | undefined): AlwaysOn {
  if (id === undefined) return labServer;
  const found = alwaysOns.find((one) => one.id === id);
  if (found === undefined) throw new Error(`content/tariffs/${id}.json: nothing that is always on`);
  return found;
}

/** The lab's tariff unless a lesson names another one, whatever a reader picks elsewhere. */
export function billedBy({ tariff, freeTier = false }: Pick<Use, 'tariff' | 'freeTier'>): TariffChoice {
  return { tariff: tariffOf(tariff), options: { freeTier } };
}

function unitPrice(tariff: Tariff, ...units: readonly string[]): string {
  const isPriced = (one: Tariff['components'][number]): one is PricedComponent => 'tiers' in one;
  const component = tariff.components.filter(isPriced).find(({ unit }) => units.includes(unit));
  const price = component?.tiers[0]?.priceUsd;
  if (price === undefined) {
    throw new Error(`content/tariffs/${tariff.id}.json: components: no price per ${units.join(' or ')}`);
  }
  return price;
}

/** A unit price is published in dollars: those keep all their digits. */
function price(usd: string, decimals: number, source: string) {
  return { ...amount(usd, decimals), dollar: `$\u00a0${printMoney(usd)}`, source };
}

const hourUsd = hourlyUsd(labServer);

const prices = {
  'requests-per-million': (of: Tariff) => price(unitPrice(of, 'million-requests'), 2, of.source),
  'gb-second': (of: Tariff) => price(unitPrice(of, 'gb-second', 'gib-second'), 9, of.source),
  cpu: (of: Tariff) =>
    price(unitPrice(of, 'million-cpu-ms', 'vcpu-second', 'ghz-second', 'cpu-hour'), 2, of.source),
  'base-fee': (of: Tariff) => price(unitPrice(of, 'month'), 2, of.source),
  'server-hour': () => price(hourUsd, 4, labServer.source),
  'server-month': () => ({ ...amount(monthlyUsd(labServer), 2), source: labServer.source }),
  'server-hour-machine': () => price(hourlyUsd(labServer, ['instance']), 4, labServer.source),
  'disk-month': () => ({ ...amount(monthlyUsd(labServer, ['disk']), 2), source: labServer.source }),
  'ipv4-hour': () => price(hourlyUsd(labServer, ['public-ipv4']), 4, labServer.source),
} as const;
const texts = {
  'free-requests': ({ freeTier, included }: Tariff) =>
    printQuantity(freeTier?.quantities?.requests ?? included?.requests ?? '0'),
  'free-gb-seconds': ({ freeTier }: Tariff) => printQuantity(freeTier?.quantities?.gbSeconds ?? '0'),
  /** The plan beside this one that costs nothing, in the words of the file. */
  'free-plan': ({ id, plan }: Tariff) => {
    if (plan?.freePlan === undefined) throw new Error(`content/tariffs/${id}.json: no plan that is free`);
    // A number stays on one line with its unit.
    return plan.freePlan.replaceAll(/(\d) (ms|MB|GB)\b/g, '$1\u00a0$2');
  },
} as const;

export type PriceName = keyof typeof prices | keyof typeof texts;

export type Figure = { readonly source: string; readonly readDate: string | null } & (
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'quantity'; readonly text: string }
);

function isAmount(name: PriceName): name is keyof typeof prices {
  return name in prices;
}

export function figure(name: PriceName, tariffId?: string): Figure {
  const tariff = tariffOf(tariffId);
  if (isAmount(name)) {
    const { source, ...rest } = prices[name](tariff);
    const { readDate } = source === labServer.source ? labServer : tariff;
    return { kind: 'amount', amount: rest, source, readDate };
  }
  return { kind: 'quantity', text: texts[name](tariff), source: tariff.source, readDate: tariff.readDate };
}

/** Beyond this a month is no month of one function any more. */
const MOST_FREE_CALLS = 1_000_000_000;

/**
 * How many such runs a month cost nothing with what a provider gives away each month: requests, time, or whichever of the two is
 * used up first. What a function beside it uses of the same gift is not in it.
 */
export function freeCalls(run: Use): number {
  const costsNothing = (count: number) => Number(usdOf({ ...run, count, freeTier: true })) === 0;
  let [free, paid] = [0, MOST_FREE_CALLS];
  while (paid - free > 1) {
    const middle = Math.floor((free + paid) / 2);
    if (costsNothing(middle)) free = middle;
    else paid = middle;
  }
  return free;
}

/** As `freeCalls`, for the text of a lesson. */
export function freeCallsFigure(run: Use): Figure {
  const { source, readDate } = tariffOf(run.tariff);
  return { kind: 'quantity', text: printQuantity(String(freeCalls(run))), source, readDate };
}

function usdOf({ tariff, freeTier, ...usage }: Use): string {
  const by = billedBy({ tariff, freeTier });
  return receipt(by.tariff, [usage], by.options).totalUsd;
}

export function billOf(use: Use, decimals?: number): Amount {
  return amount(usdOf(use), decimals);
}

/** How many times as dear `a` is as `b`: "3,2". */
export function times(a: Use, b: Use): string {
  const [dear, cheap] = [usdOf(a), usdOf(b)];
  if (compareRatios(ratioOf(cheap, 'b'), ratioOf('0', 'b')) === 0) throw new Error('times: b costs nothing');
  return (Number(dear) / Number(cheap)).toLocaleString('nl', { maximumSignificantDigits: 2 });
}

/** What a month of so many a second costs, all through day and night. */
export function monthAtRate(perSecond: number, use: Use): Amount {
  const count = Math.round(perSecond * HOURS_PER_MONTH * 3_600);
  return billOf({ ...use, count }, 2);
}

/** AWS gives a function one virtual CPU at 1,769 MB, and less in proportion: `cpuModel` of its tariffs. */
const MB_PER_VCPU = 1_769;

/**
 * What the lab's server, which may only now and then go at full strength, costs above its price when it does the work of
 * so many runs a second, each with the processor that AWS gives a function of that memory.
 */
export function surplusAtRate(perSecond: number, { durationMs, memoryMb }: Use): Amount {
  const busyVcpu = (perSecond * durationMs * Math.min(memoryMb, MB_PER_VCPU)) / (1_000 * MB_PER_VCPU);
  return amount(surplusUsd(labServer, busyVcpu.toFixed(12)) ?? '0', 2);
}

/**
 * From how many runs a month on the always-on server is cheaper; null when it never is.
 */
export function breakEven(
  use: Use & { readonly server?: string | undefined; readonly coldShare?: number | undefined },
): { readonly perMonth: number; readonly perSecond: number } | null {
  const { tariff, freeTier, server, coldShare = 0, count: _, ...run } = use;
  const by = billedBy({ tariff, freeTier });
  const point = breakEvenOf(
    monthOf(by.tariff, { ...run, coldShare }, by.options),
    monthlyUsd(serverOf(server)),
  );
  return point === null ? null : { perMonth: point, perSecond: point / (HOURS_PER_MONTH * 3_600) };
}

/** "31 miljoen", "310.000": two digits that say something, the rest would be false precision. */
export const roughly = roughCount;
export { perMonth };
