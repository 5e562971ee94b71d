/** What AWS Lambda's tariff makes of use, without the free tier: the answers of fresh sums come from here. */
import { type Receipt, receipt, type UsageRecord } from '../billing/index.ts';
import { grouped } from '../kit/numbers.ts';
import { tariff } from '../till/prices/lab-tariff.ts';

export const billOf = (usage: UsageRecord): Receipt => receipt(tariff, [usage], { freeTier: false });

/** As the tariff counts them, in GB-seconds. */
export const gbSecondsOf = (usage: UsageRecord): number =>
  billOf(usage).lines.reduce(
    (sum, { unit, quantity }) => (unit === 'gb-second' ? sum + Number(quantity) : sum),
    0,
  );

/** In dollars, near enough to print with a cent's precision. */
export const usdOf = (usage: UsageRecord): number => Number(billOf(usage).totalUsd);

/** In ms as they are billed: with 1,024 MB a GB-second is a second. */
export const billedMs = (usage: Omit<UsageRecord, 'memoryMb'>): number =>
  Math.round(gbSecondsOf({ ...usage, memoryMb: 1_024 }) * 1_000);

export const whole = (unit: string) => (value: number) => `${grouped(Math.round(value))} ${unit}`;
