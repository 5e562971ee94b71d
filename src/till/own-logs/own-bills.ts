/**
 * Bills of what somebody's own cloud logged, under every tariff at once, while it is read: nothing of the log is kept. The page and
 * the shell make theirs here, so that they say the same.
 */
import {
  createMeters,
  type PricingOptions,
  priceTotals,
  type Receipt,
  receipt,
  type Tariff,
  type Usage,
} from '../../billing/index.ts';
import type { Cloud, Span, UsageReading } from '../../billing/reading/index.ts';
import { planRemarks } from '../receipt/reasons.ts';
import { assumptionWords } from '../receipt/words.ts';

export interface OwnBill {
  readonly tariff: Tariff;
  readonly receipt: Receipt;
  /** The same calls with the time that the platform itself says it billed; null where that is no other amount, or not told. */
  readonly byPlatform: Receipt | null;
  /** What there is to know about this bill because of the log that it was made from, in Dutch. */
  readonly remarks: readonly string[];
}

export interface OwnBilling {
  add(usage: Usage): void;
  /** The bills of all that was added. @param readings what was read of each file */
  bills(readings: readonly UsageReading[], options: PricingOptions): readonly OwnBill[];
}

/** What a tariff calls whose logs these are. */
const PROVIDERS: Readonly<Record<Cloud, string>> = {
  aws: 'AWS',
  azure: 'Microsoft Azure',
  google: 'Google Cloud',
  cloudflare: 'Cloudflare',
};

export function createOwnBilling(tariffs: readonly Tariff[]): OwnBilling {
  const meters = createMeters(tariffs);
  return {
    add: meters.add,
    bills: (readings, options) =>
      tariffs.map((tariff) => {
        const own = priceTotals(tariff, meters.totalsOf(tariff), options);
        return {
          tariff,
          receipt: own,
          byPlatform: byPlatform(tariff, own, readings, options),
          remarks: remarksOfLog(tariff, readings),
        };
      }),
  };
}

/** From the first call of all files to the last; null where one of them does not tell. */
export function spanOf(readings: readonly UsageReading[]): Span | null {
  const spans = readings.flatMap(({ span }) => (span === null ? [] : [span]));
  if (spans.length === 0 || spans.length < readings.length) return null;
  return {
    fromMs: Math.min(...spans.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...spans.map(({ toMs }) => toMs)),
  };
}

/** Whether the tariff is one of the cloud that made these logs. */
export function isOfCloud({ provider }: Tariff, cloud: Cloud | null): boolean {
  return cloud !== null && PROVIDERS[cloud] === provider;
}

function byPlatform(
  tariff: Tariff,
  own: Receipt,
  readings: readonly UsageReading[],
  options: PricingOptions,
): Receipt | null {
  // Its time is rounded already, as this tariff rounds now; the one of the past rounded otherwise.
  const isComparable =
    tariff.endedOn === undefined && readings.every(({ cloud }) => isOfCloud(tariff, cloud));
  const billed = readings.flatMap((reading) => reading.billed);
  if (!isComparable || billed.length === 0) return null;
  const theirs = receipt(tariff, billed, options);
  return theirs.totalUsd === own.totalUsd ? null : theirs;
}

function remarksOfLog(tariff: Tariff, readings: readonly UsageReading[]): readonly string[] {
  const rules = tariff.components.map(({ rule }) => rule);
  const remarks: string[] = [];
  const isForeign = readings.some(({ cloud }) => cloud !== null && !isOfCloud(tariff, cloud));
  if (rules.includes('observed-memory-time') && isForeign) {
    remarks.push(
      'Dit tarief rekent met het geheugen dat echt gebruikt werd. Dat is hier in een andere cloud gemeten. De host van dit platform heeft zelf ook geheugen nodig, dus in het echt is het meer. Het opslagaccount dat erbij hoort, telt niet mee.',
    );
  }
  if (rules.includes('base-fee')) {
    remarks.push('Het vaste bedrag is voor een hele maand, hoe kort je log ook is.');
  }
  return remarks;
}

/** All that stands beside an amount of such a bill: what was supposed, and what the log makes doubtful. */
export function assumptionsInWords(bill: OwnBill): readonly string[] {
  return [
    ...bill.receipt.assumptions.map((assumption) => assumptionWords[assumption]),
    ...planRemarks(bill.tariff),
    ...bill.remarks,
  ];
}
