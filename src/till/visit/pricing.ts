/** What functions cost under the tariff of this visit, exactly. Receipts are in `receipts.ts`. */
import {
  closePeriods,
  createMeter,
  priceTotals,
  printAmount,
  receipt,
  scaleTotals,
  type UsageRecord,
} from '../../billing/index.ts';
import { choice } from '../prices/lab-choice.ts';
import { euro } from '../prices/prices.ts';
import type { TariffChoice } from '../prices/tariff-choice.ts';

export interface Used {
  readonly usage: UsageRecord;
}

export function functionsUsd(records: readonly Used[], by: TariffChoice = choice.value): string {
  const usages = records.map(({ usage }) => usage);
  return receipt(by.tariff, usages, by.options).totalUsd;
}

const MILLION = 1_000_000n;

/** What a month of a million runs like the average of these would cost. */
export function perMillionEuro(records: readonly Used[], by: TariffChoice = choice.value): string {
  const times = records.reduce((sum, { usage }) => sum + BigInt(usage.count ?? 1), 0n);
  if (times === 0n) return printAmount('0', euro, { decimals: 2 });
  const { tariff, options } = by;
  const meter = createMeter(tariff);
  for (const { usage } of records) meter.add(usage);
  const totals = closePeriods(tariff, meter.totals());
  const { totalUsd } = priceTotals(tariff, scaleTotals(totals, MILLION, times), options);
  return printAmount(totalUsd, euro, { decimals: 2 });
}
