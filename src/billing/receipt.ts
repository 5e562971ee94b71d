/** Pricing: totals × prices, once, with `times`, `plus` and `minus` only. Nothing here rounds or divides. */
import Big from 'big.js';
import { type RuleName, rules, type UnitName, type What } from './rules.ts';
import type { Component, Confidence, Decimal, Quantities, Tariff, Tier } from './tariff.ts';
import { UsageError } from './usage-error.ts';

export interface PricingOptions {
  /** Whether the account's free tier still applies. Never assumed: only its owner knows what else used it. */
  readonly freeTier: boolean;
}

/** One line: `quantity` × `unitPriceUsd` is `amountUsd`, to the last digit. */
export interface ReceiptLine {
  readonly what: What;
  /** What is paid for, in `unit`: after the free part, and within this line's tier. */
  readonly quantity: Decimal;
  /** What the free tier covered of it, in the same unit. */
  readonly freeQuantity: Decimal;
  readonly unit: UnitName;
  readonly unitPriceUsd: Decimal;
  readonly amountUsd: Decimal;
  /** The rule that made the quantity. */
  readonly rule: RuleName;
  /** Which volume tier, from 1; null when the price has no tiers. */
  readonly tier: number | null;
  /** Where the price was published. */
  readonly source: string;
  /** How sure we are of it. */
  readonly confidence: Confidence;
}

/** What we had to suppose, because the provider does not say. */
export type Assumption = 'INIT_NOT_BILLED' | 'DURATION_NOT_ROUNDED' | 'MEMORY_NOT_ROUNDED';

export interface Receipt {
  readonly tariffId: string;
  readonly hasFreeTier: boolean;
  readonly lines: readonly ReceiptLine[];
  /** The sum of the lines, exactly. */
  readonly totalUsd: Decimal;
  readonly assumptions: readonly Assumption[];
}

/**
 * The bill of what was used.
 *
 * The free tier comes off first and the volume tiers count what is left. What was used and is wholly free
 * stays on the receipt as a line that costs 0; what was not used is no line.
 *
 * @throws UsageError `OTHER_TARIFF`
 */
export function priceQuantities(tariff: Tariff, quantities: Quantities, options: PricingOptions): Receipt {
  if (quantities.tariffId !== tariff.id) throw new UsageError('OTHER_TARIFF', 'tariffId');
  const lines = tariff.components.flatMap((component) =>
    priceComponent(tariff, component, quantities, options),
  );
  return {
    tariffId: tariff.id,
    hasFreeTier: options.freeTier && tariff.freeTier !== null,
    lines,
    totalUsd: sumUsd(lines.map((line) => line.amountUsd)),
    assumptions: assumptionsOf(tariff),
  };
}

/** Exact sum of amounts. */
export function sumUsd(amountsUsd: readonly Decimal[]): Decimal {
  return amountsUsd.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}

function priceComponent(
  tariff: Tariff,
  component: Component,
  quantities: Quantities,
  options: PricingOptions,
): readonly ReceiptLine[] {
  const rule = rules[component.rule];
  const unitsPerCount = rule.unitsPerCount[component.unit];
  if (unitsPerCount === undefined) throw new UsageError('NOT_SUPPORTED', `${component.rule}.unit`);
  let freeCounts = options.freeTier ? freeCountsOf(tariff, component.rule) : new Big(0);
  let paidBefore = new Big(0);
  const lines: ReceiptLine[] = [];

  for (const { what, count } of rule.parts) {
    const used = new Big(quantities.counts[count]);
    if (used.eq(0)) continue;
    const free = used.lt(freeCounts) ? used : freeCounts;
    freeCounts = freeCounts.minus(free);
    const paid = used.minus(free).times(unitsPerCount);
    for (const slice of slicesOf(component.tiers, paidBefore, paid)) {
      const isFirst = slice.isFirst;
      lines.push({
        what,
        quantity: slice.quantity.toFixed(),
        freeQuantity: isFirst ? free.times(unitsPerCount).toFixed() : '0',
        unit: component.unit,
        unitPriceUsd: slice.tier.priceUsd,
        amountUsd: slice.quantity.times(slice.tier.priceUsd).toFixed(),
        rule: component.rule,
        tier: component.tiers.length > 1 ? slice.number : null,
        source: component.source ?? tariff.source,
        confidence: slice.tier.confidence ?? tariff.confidence,
      });
    }
    paidBefore = paidBefore.plus(paid);
  }
  return lines;
}

function freeCountsOf(tariff: Tariff, ruleName: RuleName): Big {
  const { field, countsPerOne } = rules[ruleName].freeTier;
  return new Big(tariff.freeTier?.[field] ?? '0').times(countsPerOne);
}

interface Slice {
  readonly quantity: Big;
  readonly tier: Tier;
  readonly number: number;
  readonly isFirst: boolean;
}

/**
 * Cuts the stretch from `from` to `from + quantity` at the tiers' borders. The last tier has no end: a
 * published calculator caps it and loses half of a bill (see the golden tests). Nothing gives one empty slice.
 */
function slicesOf(tiers: readonly Tier[], from: Big, quantity: Big): readonly Slice[] {
  const to = from.plus(quantity);
  const slices: Slice[] = [];
  let position = from;
  for (const [index, tier] of tiers.entries()) {
    const end = tier.upTo === null || to.lte(tier.upTo) ? to : new Big(tier.upTo);
    const isReached = end.gt(position) || (quantity.eq(0) && end.eq(to) && slices.length === 0);
    if (!isReached) continue;
    slices.push({ quantity: end.minus(position), tier, number: index + 1, isFirst: slices.length === 0 });
    position = end;
  }
  return slices;
}

function assumptionsOf(tariff: Tariff): readonly Assumption[] {
  const assumptions: Assumption[] = [];
  if (tariff.initBilled.value === 'unknown') assumptions.push('INIT_NOT_BILLED');
  if (tariff.rounding.durationStepMs === null) assumptions.push('DURATION_NOT_ROUNDED');
  if (tariff.rounding.memoryStepMb === null) assumptions.push('MEMORY_NOT_ROUNDED');
  return assumptions;
}
