/**
 * Billing: usage records + a tariff → a receipt, exactly. Imports nothing of ours; runs under plain `node`.
 *
 * Whatever shows or reckons with money imports it. To read it, follow a
 * record from `usage.ts`: `rounding.ts`, `meter.ts`, `receipt.ts`, `show.ts`. A tariff comes along at `receipt.ts`, from
 * `tariff.ts` by way of `price-list.ts`; `rules.ts` is the table that both share.
 *
 * ## Two kinds of thing
 *
 * A usage record is a fact: this ran, so long, with so much memory. A tariff is an opinion about facts: what
 * of it counts, how it is rounded, what it costs. Neither knows the other, so one visit can be billed under
 * any tariff, and a new provider is a file in `content/tariffs` and no code.
 *
 * ## Where exactness could leak away, and how it is kept
 *
 *     clock reading ──(1) whole µs──▶ record ──(2) tariff's rounding──▶ whole counts ──(3) sum──▶ totals
 *                                                                                                 │
 *     what is shown ◀──(5) divided and rounded for show── exact amounts ◀──(4) × price, once ─────┘
 *
 * 1. `rounding.ts`: a reading of a clock is a double with noise in its last digits (1100.4 − 915.4 is a hair
 *    above 185, and its ceiling 186). It becomes whole microseconds at the door, so the noise stays out.
 * 2. `rounding.ts` too: the only other rounding on the way is the tariff's own, in whole numbers, an invocation
 *    at a time: the next billed millisecond, the least duration, the memory step. A cold start is one span,
 *    ceil(init + duration), however a receipt splits it for show.
 * 3. `meter.ts`: totals are whole numbers (requests, MB·µs), first in a double, beyond 2^53 in a BigInt.
 *    Whole numbers don't care about order or grouping, so neither does a bill; and that makes it fast.
 * 4. `price-list.ts`, `receipt.ts`: totals are priced once, by multiplying and adding whole numbers of one small
 *    share of a dollar (a grain), so that no digit is ever dropped. Decimal libraries can't hold a price by the hour for
 *    use in seconds (1/3,600 has no end); a common denominator can.
 * 5. `exact.ts`, `show.ts`, `always-on.ts`: what does not end, an exchange rate or 1/3,600 of an hourly price, is
 *    divided last. Printed lines sum to the printed total (largest remainder), and decimals are added until
 *    nothing that costs something reads as zero.
 *
 * ## Laws
 *
 * Order, grouping and `count` never change a bill. Sums of parts equal the whole under a tariff without
 * volume tiers, free tier, base fee, packs of credits and minimum of an active period, and totals of parts merge
 * to the totals of the whole under every tariff. More use never costs less. `test/billing/laws.test.ts` holds them.
 *
 * ## What is not here
 *
 * SnapStart, ephemeral storage, event source mappings, durable executions, managed instances and tenant isolation:
 * products beside the function, which no usage record tells of. Data out is left out under every tariff, since most have no
 * price for it with a source, and a receipt says so; a bill by itself can ask for it (`PricingOptions`).
 *
 * ## What is not exported here
 *
 * `parse-tariff.ts`, which checks tariff files, needs zod; it is imported by its own name, at build time only. So are
 * `month.ts`, `beside.ts`, `in-dollars.ts` and `reading/`, by the few pages that reckon with them. What stands on every page takes
 * `always-on.ts`, `show.ts`, `exact.ts` or `usage.ts` by name and nothing else: a page that is only read stays light.
 */
export {
  alwaysOnUsd,
  type Extras,
  HOURS_PER_MONTH,
  hourlyUsd,
  monthlyUsd,
  partsOf,
  STANDARD_EXTRAS,
  sumUsd,
  surplusUsd,
  unpricedExtras,
} from './always-on.ts';
export { totalsInCents } from './cents.ts';
export { compareRatios, decimalOf, type Ratio, ratioOf, roughly } from './exact.ts';
export {
  Counter,
  closePeriods,
  createMeter,
  type Gap,
  type Meter,
  mergeTotals,
  scaleTotals,
  type Totals,
} from './meter.ts';
export { createMeters, LONGEST_PERIOD_ID, type Meters, MOST_PERIODS } from './meters.ts';
export {
  type Assumption,
  type CreditLine,
  priceTotals,
  type Receipt,
  type ReceiptLine,
  receipt,
  totalRatio,
} from './receipt.ts';
export {
  type BilledTime,
  billedMemoryMb,
  billedTime,
  readUsage,
  type Terms,
  termsOf,
  type Usage,
} from './rounding.ts';
export {
  type AllowanceName,
  type CountName,
  countNames,
  type RuleName,
  type UnitName,
  type What,
} from './rules.ts';
export {
  DECIMAL_GROUP_SPACE,
  type Printed,
  printAmount,
  printLines,
  printMoney,
  printQuantity,
  type ShowOptions,
  SYMBOL_SPACE,
  type View,
} from './show.ts';
export type {
  Allowances,
  AlwaysOn,
  AlwaysOnComponent,
  AlwaysOnExtra,
  AlwaysOnPart,
  Beside,
  BesideComponent,
  BesideWhat,
  Burst,
  Component,
  Confidence,
  Counts,
  Decimal,
  ExchangeRate,
  FreeTier,
  Plan,
  PricedComponent,
  PriceFile,
  PricingOptions,
  Provenance,
  Rounding,
  SeenIn,
  Tariff,
  Tier,
} from './tariff.ts';
export { microseconds, sameUseKey, type UsageRecord } from './usage.ts';
export { UsageError, type UsageErrorCode } from './usage-error.ts';
