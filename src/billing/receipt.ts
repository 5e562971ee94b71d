/**
 * Pricing: totals × prices, once, in whole numbers. All amounts of a bill share one denominator, so that
 * nothing is rounded or divided before it is printed.
 */
import { decimalOf, decimalsOf, type Ratio } from './exact.ts';
import { closePeriods, createMeter, type Gap, type Totals } from './meter.ts';
import { allowancesOf, type PricedStretch, type PriceList, priceListOf } from './price-list.ts';
import { type Charge, type RuleName, rules, type UnitName, type What } from './rules.ts';
import type { Confidence, Counts, Decimal, PricingOptions, Tariff } from './tariff.ts';
import type { UsageRecord } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** One line: `quantity` × `unitPriceUsd` − `discountUsd` is `amountUsd`. */
export interface ReceiptLine {
  readonly what: What;
  /** What is paid for, in `unit`: after the free part, and within this line's tier. */
  readonly quantity: Decimal;
  /** What the free tier or the base fee covered of it, in the same unit. */
  readonly freeQuantity: Decimal;
  readonly unit: UnitName;
  readonly unitPriceUsd: Decimal;
  /** What a free tier takes off the amount, where it is money and not a quantity. */
  readonly discountUsd: Decimal;
  /** To the last digit; only a price by the hour can bring forth a fraction without end, cut at 40 decimals. */
  readonly amountUsd: Decimal;
  /** The rule that made the quantity. */
  readonly rule: RuleName | 'credit-packs';
  /** Which volume tier, from 1; null when the price has no tiers. */
  readonly tier: number | null;
  /** Where the price was published. */
  readonly source: string;
  /** How sure we are of it. */
  readonly confidence: Confidence;
}

/** What was used of credits, where a tariff counts in those first and in money second. */
export interface CreditLine {
  readonly what: What;
  readonly quantity: Decimal;
  readonly unit: UnitName;
  readonly creditsPerUnit: Decimal;
  readonly credits: Decimal;
}

/** What we had to suppose, because the provider or a record does not say. */
export type Assumption =
  | 'INIT_NOT_BILLED'
  | 'DURATION_NOT_ROUNDED'
  | 'MEMORY_NOT_ROUNDED'
  | 'DATA_OUT_NOT_COUNTED'
  | Gap;

export interface Receipt {
  readonly tariffId: string;
  readonly hasFreeTier: boolean;
  readonly lines: readonly ReceiptLine[];
  readonly creditLines: readonly CreditLine[];
  /** The sum of the lines. */
  readonly totalUsd: Decimal;
  readonly assumptions: readonly Assumption[];
}

/**
 * The receipt of a set of records. Order, grouping and `count` never change it.
 *
 * @throws UsageError see `readUsage`
 */
export function receipt(tariff: Tariff, records: Iterable<UsageRecord>, options: PricingOptions): Receipt {
  const meter = createMeter(tariff);
  for (const record of records) meter.add(record);
  return priceTotals(tariff, meter.totals(), options);
}

/**
 * The bill of what was used.
 *
 * What a base fee includes and the free tier come off first, and the volume tiers count what is left. What was
 * used and is wholly free stays on the receipt as a line that costs 0; what was not used is no line.
 *
 * @throws UsageError `OTHER_TARIFF`
 */
export function priceTotals(tariff: Tariff, totals: Totals, options: PricingOptions): Receipt {
  if (totals.tariffId !== tariff.id) throw new UsageError('OTHER_TARIFF', 'tariffId');
  const list = priceListOf(tariff);
  const { counts } = closePeriods(tariff, totals);
  const stretches = stretchesOf(list, counts, options);
  const { decimals: amounts, total } = decimalsOf(
    stretches.map(({ amount }) => amount),
    list.denominator,
  );
  return {
    tariffId: tariff.id,
    hasFreeTier: options.freeTier !== false && tariff.freeTier !== null,
    lines: stretches.map((stretch, at) => lineOf(tariff, list, stretch, amounts[at] ?? '0')),
    creditLines: creditsOf(list, counts, options).map(({ what, component, count, credits }) => ({
      what,
      quantity: decimalOf({ numerator: count, denominator: component.countsPerUnit }),
      unit: component.unit,
      creditsPerUnit: component.creditsPerUnit,
      credits: decimalOf({ numerator: credits, denominator: list.denominator }),
    })),
    totalUsd: total,
    assumptions: assumptionsOf(tariff, totals, options),
  };
}

/** The total alone, for what compares many bills. */
export function totalRatio(tariff: Tariff, counts: Counts, options: PricingOptions): Ratio {
  const list = priceListOf(tariff);
  let numerator = 0n;
  for (const { amount } of stretchesOf(list, counts, options)) numerator += amount;
  return { numerator, denominator: list.denominator };
}

function stretchesOf(list: PriceList, counts: Counts, options: PricingOptions): readonly PricedStretch[] {
  const stretches: PricedStretch[] = [];
  for (const component of list.components) {
    if (!isCounted(component, options)) continue;
    let allowed = allowancesOf(list, component.allowance, options.freeTier);
    let discountLeft = allowed.discount;
    let paidBefore = 0n;
    for (const charge of component.charges) {
      const used = usedOf(counts, charge);
      if (used === 0n) continue;
      const free = charge.isNeverFree ? 0n : smaller(used, allowed.counts);
      allowed = { ...allowed, counts: allowed.counts - free };
      const paid = used - free;
      for (const slice of slicesOf(component.tiers, paidBefore, paid)) {
        const gross = slice.count * slice.tier.price;
        const discount = smaller(gross, discountLeft);
        discountLeft -= discount;
        stretches.push({
          what: charge.what,
          component,
          tier: slice.tier,
          count: slice.count,
          freeCount: slice.isFirst ? free : 0n,
          discount,
          amount: gross - discount,
        });
      }
      paidBefore += paid;
    }
  }
  const packs = packsOf(list, counts, options);
  if (packs !== null) stretches.push(packs);
  return stretches;
}

/** Data to the internet is counted when it was asked for, and else left out under every tariff alike. */
function isCounted({ rule }: { readonly rule: string }, { dataOut = false }: PricingOptions): boolean {
  return dataOut || rule !== 'response-data';
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

function usedOf(counts: Counts, { count, minus }: Charge): bigint {
  if (count === null) return 1n;
  const left = counts[count] - (minus === undefined ? 0n : counts[minus]);
  return left > 0n ? left : 0n;
}

type Slice = {
  readonly count: bigint;
  readonly tier: PricedStretch['tier'];
  readonly isFirst: boolean;
};

/**
 * Cuts the stretch from `from` to `from + count` at the tiers' borders. The last tier has no end: a
 * published calculator caps it and loses half of a bill (see the golden tests). Nothing gives one empty slice.
 */
function slicesOf(tiers: readonly PricedStretch['tier'][], from: bigint, count: bigint): readonly Slice[] {
  const to = from + count;
  const slices: Slice[] = [];
  let position = from;
  for (const tier of tiers) {
    const end = tier.upTo === null || to <= tier.upTo ? to : tier.upTo;
    const isReached = end > position || (count === 0n && end === to && slices.length === 0);
    if (!isReached) continue;
    slices.push({ count: end - position, tier, isFirst: slices.length === 0 });
    position = end;
  }
  return slices;
}

function creditsOf(list: PriceList, counts: Counts, options: PricingOptions) {
  const counted = list.creditComponents.filter((component) => isCounted(component, options));
  return counted.flatMap((component) =>
    component.charges.flatMap((charge) => {
      const count = usedOf(counts, charge);
      return count === 0n
        ? []
        : [{ what: charge.what, component, count, credits: count * component.perCount }];
    }),
  );
}

/** Credits beyond those included are bought in whole packs. */
function packsOf(list: PriceList, counts: Counts, options: PricingOptions): PricedStretch | null {
  if (list.packs === null) return null;
  const used = creditsOf(list, counts, options).reduce((sum, { credits }) => sum + credits, 0n);
  const beyond = used > list.packs.included ? used - list.packs.included : 0n;
  const count = (beyond + list.packs.perPack - 1n) / list.packs.perPack;
  const { tier } = list.packs;
  return {
    what: 'credits',
    component: list.packs.component,
    tier,
    count,
    freeCount: 0n,
    discount: 0n,
    amount: count * tier.price,
  };
}

function lineOf(tariff: Tariff, list: PriceList, stretch: PricedStretch, amountUsd: Decimal): ReceiptLine {
  const { component, tier } = stretch;
  const inUnits = (count: bigint) => decimalOf({ numerator: count, denominator: component.countsPerUnit });
  return {
    what: stretch.what,
    quantity: inUnits(stretch.count),
    freeQuantity: inUnits(stretch.freeCount),
    unit: component.unit,
    unitPriceUsd: tier.priceUsd,
    discountUsd: decimalOf({ numerator: stretch.discount, denominator: list.denominator }),
    amountUsd,
    rule: component.rule,
    tier: component.tiers.length > 1 ? tier.number : null,
    source: component.source ?? tariff.source,
    confidence: tier.confidence ?? tariff.confidence,
  };
}

function assumptionsOf(tariff: Tariff, totals: Totals, options: PricingOptions): readonly Assumption[] {
  const ruleRows = tariff.components.map(({ rule }) => rules[rule]);
  const hasTime = ruleRows.some(({ time }) => time !== undefined);
  const hasMemory = ruleRows.some(({ memory }) => memory !== undefined);
  const { durationStepMs, memoryStepMb, memorySizesMb } = tariff.rounding;
  const assumptions: Assumption[] = [];
  if (hasTime && tariff.initBilled.value === 'unknown') assumptions.push('INIT_NOT_BILLED');
  if (durationStepMs === null) assumptions.push('DURATION_NOT_ROUNDED');
  if (hasMemory && memoryStepMb === null && memorySizesMb === undefined) {
    assumptions.push('MEMORY_NOT_ROUNDED');
  }
  const isDataCounted = tariff.components.some(
    (component) => component.rule === 'response-data' && isCounted(component, options),
  );
  if (totals.counts.responseBytes > 0n && !isDataCounted && tariff.isDataOutFree !== true) {
    assumptions.push('DATA_OUT_NOT_COUNTED');
  }
  const gaps = [...totals.gaps].filter((gap) => gap !== 'RESPONSE_SIZE_UNKNOWN' || isDataCounted);
  return [...assumptions, ...gaps.sort()];
}
