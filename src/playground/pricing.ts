/** Amounts of the till bar, in every page: billing's exact amounts, printed. Receipts are in `receipts.ts`. */
import {
  alwaysOnUsd,
  closePeriods,
  createMeter,
  HOURS_PER_MONTH,
  hourlyUsd,
  monthlyUsd,
  priceTotals,
  printAmount,
  scaleTotals,
  termsOf,
  type UsageRecord,
} from '../billing/index.ts';
import { dollar, euro, server as serverFile } from '../prices.ts';
import { choice, type TariffChoice } from './tariff-choice.ts';

export interface Used {
  readonly usage: UsageRecord;
}

/** Amounts in the till have nine decimals, so that they do not jump about; more when something would read as zero. */
export const TILL_DECIMALS = 9;

export function meterOf(records: readonly Used[], { tariff }: TariffChoice) {
  const meter = createMeter(tariff);
  for (const { usage } of records) meter.add(usage);
  return meter;
}

export function functionsUsd(records: readonly Used[], by: TariffChoice = choice.value): string {
  return meterOf(records, by).receipt(by.options).totalUsd;
}

export function functionsEuro(usd: string): string {
  return printAmount(usd, euro, { decimals: TILL_DECIMALS });
}

const serverHourUsd = hourlyUsd(serverFile);

/** @param elapsedMs how long the server has been on */
export function serverUsd(elapsedMs: number): string {
  return alwaysOnUsd(serverHourUsd, elapsedMs);
}

export function serverEuro(usd: string): string {
  return printAmount(usd, euro, { decimals: TILL_DECIMALS });
}

const MILLION = 1_000_000n;

/** What a month of a million runs like the average of these would cost. */
export function perMillionEuro(records: readonly Used[], by: TariffChoice = choice.value): string {
  const times = records.reduce((sum, { usage }) => sum + BigInt(usage.count ?? 1), 0n);
  if (times === 0n) return printAmount('0', euro, { decimals: 2 });
  const { tariff, options } = by;
  const totals = closePeriods(termsOf(tariff), meterOf(records, by).totals());
  const { totalUsd } = priceTotals(tariff, scaleTotals(totals, MILLION, times), options);
  return printAmount(totalUsd, euro, { decimals: 2 });
}

export function both(usd: string, decimals: number): string {
  return `${printAmount(usd, euro, { decimals })} (${printAmount(usd, dollar, { decimals })})`;
}

export const serverMonthUsd = monthlyUsd(serverFile);
export const serverPerMonthEuro = printAmount(serverMonthUsd, euro, { decimals: 2 });
export const serverPerHour = both(serverHourUsd, 4);
export const serverPerMonth = `${both(serverMonthUsd, 2)} per maand (${HOURS_PER_MONTH} uur)`;
export const ipv4PerHour = both(hourlyUsd(serverFile, ['public-ipv4']), 4);
