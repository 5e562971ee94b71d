/**
 * A tariff made ready for pricing: each price as a whole number of grains, where a grain is one small share of a dollar,
 * the same one for all its components. So amounts are multiplied and added and nothing else.
 */
import { parseDecimal, tenTo } from './decimal.ts';
import {
  type AllowanceName,
  type Charge,
  countsPerAllowance,
  type RuleName,
  rules,
  type UnitName,
  type What,
} from './rules.ts';
import type { Component, Confidence, Decimal, PricingOptions, Tariff } from './tariff.ts';
import { UsageError } from './usage-error.ts';

export interface PricedTier {
  /** From 1. */
  readonly number: number;
  /** Border in counts; null for the last. */
  readonly upTo: bigint | null;
  /** Of one count, in grains. */
  readonly price: bigint;
  readonly priceUsd: Decimal;
  readonly confidence: Confidence | undefined;
}

interface ListedComponent {
  readonly rule: RuleName | 'credit-packs';
  readonly unit: UnitName;
  readonly charges: readonly Charge[];
  readonly countsPerUnit: bigint;
  readonly allowance: AllowanceName | null;
  readonly tiers: readonly PricedTier[];
  readonly source: string | undefined;
}

interface CreditComponentListed {
  readonly rule: RuleName;
  readonly unit: UnitName;
  readonly charges: readonly Charge[];
  readonly countsPerUnit: bigint;
  readonly creditsPerUnit: Decimal;
  /** Credits of one count, in grains of a credit: as many of them make a credit as make a dollar. */
  readonly perCount: bigint;
}

export interface PriceList {
  /** How many grains make a dollar, or a credit. */
  readonly denominator: bigint;
  readonly components: readonly ListedComponent[];
  readonly creditComponents: readonly CreditComponentListed[];
  readonly packs: {
    readonly included: bigint;
    readonly perPack: bigint;
    readonly tier: PricedTier;
    readonly component: ListedComponent;
  } | null;
  readonly included: Readonly<Partial<Record<AllowanceName, bigint>>>;
  readonly free: Readonly<Partial<Record<AllowanceName, bigint>>>;
  readonly discounts: Readonly<Partial<Record<AllowanceName, bigint>>>;
}

/** One stretch of use at one price. */
export interface PricedStretch {
  readonly what: What;
  readonly component: ListedComponent;
  readonly tier: PricedTier;
  readonly count: bigint;
  readonly freeCount: bigint;
  readonly discount: bigint;
  readonly amount: bigint;
}

const lists = new WeakMap<Tariff, PriceList>();

export function priceListOf(tariff: Tariff): PriceList {
  const known = lists.get(tariff);
  if (known) return known;
  const list = makePriceList(tariff);
  lists.set(tariff, list);
  return list;
}

/** What comes off a component: counts that are free, and an amount in grains. */
export function allowancesOf(
  list: PriceList,
  name: AllowanceName | null,
  freeTier: PricingOptions['freeTier'],
): { readonly counts: bigint; readonly discount: bigint } {
  if (name === null) return { counts: 0n, discount: 0n };
  const included = list.included[name] ?? 0n;
  const applies = typeof freeTier === 'boolean' ? freeTier : freeTier.includes(name);
  if (!applies) return { counts: included, discount: 0n };
  return { counts: included + (list.free[name] ?? 0n), discount: list.discounts[name] ?? 0n };
}

function makePriceList(tariff: Tariff): PriceList {
  const divisors = tariff.components.map(countsPerUnitOf);
  const commonCounts = divisors.reduce(leastCommonMultiple, 1n);
  const scale = Math.max(0, ...decimalsIn(tariff).map((text) => parseDecimal(text, 'price').scale));
  const dollar = tenTo(scale) * commonCounts;
  const grains = (text: Decimal, field: string) => {
    const value = parseDecimal(text, field);
    return value.digits * tenTo(scale - value.scale) * commonCounts;
  };
  const shared = (component: Component) => ({
    unit: component.unit,
    charges: rules[component.rule].charges,
    countsPerUnit: countsPerUnitOf(component),
  });
  const components = tariff.components.flatMap((component): ListedComponent[] => {
    if ('credits' in component) return [];
    const countsPerUnit = countsPerUnitOf(component);
    return [
      {
        ...shared(component),
        rule: component.rule,
        allowance: rules[component.rule].allowance,
        source: component.source,
        tiers: component.tiers.map((tier, at) => ({
          number: at + 1,
          upTo: tier.upTo === null ? null : countsOf(tier.upTo, countsPerUnit),
          price: grains(tier.priceUsd, 'priceUsd') / countsPerUnit,
          priceUsd: tier.priceUsd,
          confidence: tier.confidence,
        })),
      },
    ];
  });
  const creditComponents = tariff.components.flatMap((component) =>
    'credits' in component
      ? [
          {
            ...shared(component),
            rule: component.rule,
            creditsPerUnit: component.credits,
            perCount: grains(component.credits, 'credits') / countsPerUnitOf(component),
          },
        ]
      : [],
  );
  return {
    denominator: dollar,
    components,
    creditComponents,
    packs: packsOf(tariff, grains),
    included: allowed(tariff.included, (name, text) => countsOf(text, countsPerAllowance[name])),
    free: allowed(tariff.freeTier?.quantities, (name, text) => countsOf(text, countsPerAllowance[name])),
    discounts: allowed(tariff.freeTier?.discountsUsd, (_, text) => grains(text, 'discountsUsd')),
  };
}

function packsOf({ credits }: Tariff, grains: (text: Decimal, field: string) => bigint): PriceList['packs'] {
  if (credits === undefined) return null;
  const tier: PricedTier = {
    number: 1,
    upTo: null,
    price: grains(credits.packUsd, 'credits.packUsd'),
    priceUsd: credits.packUsd,
    confidence: undefined,
  };
  return {
    included: grains(credits.included, 'credits.included'),
    perPack: grains(credits.perPack, 'credits.perPack'),
    tier,
    component: {
      rule: 'credit-packs',
      unit: 'credit-pack',
      charges: [],
      countsPerUnit: 1n,
      allowance: null,
      tiers: [tier],
      source: credits.source,
    },
  };
}

function allowed(
  texts: Tariff['included'],
  read: (name: AllowanceName, text: Decimal) => bigint,
): Partial<Record<AllowanceName, bigint>> {
  const entries = Object.entries(texts ?? {}) as [AllowanceName, Decimal][];
  return Object.fromEntries(entries.map(([name, text]) => [name, read(name, text)]));
}

/** A quantity in units as counts; what is less than one count is no count. */
function countsOf(quantity: Decimal, countsPerUnit: bigint): bigint {
  const { digits, scale } = parseDecimal(quantity, 'quantity');
  return (digits * countsPerUnit) / tenTo(scale);
}

function countsPerUnitOf({ rule, unit }: Component): bigint {
  const counts = rules[rule].countsPerUnit[unit];
  if (counts === undefined) throw new UsageError('OTHER_UNIT', `${rule}.${unit}`);
  return counts;
}

/** Everything that is money or credits: their decimals decide how small a grain is. */
function decimalsIn({ components, credits, freeTier }: Tariff): Decimal[] {
  return [
    ...components.flatMap((component) =>
      'credits' in component ? [component.credits] : component.tiers.map(({ priceUsd }) => priceUsd),
    ),
    ...(credits ? [credits.included, credits.perPack, credits.packUsd] : []),
    ...Object.values(freeTier?.discountsUsd ?? {}),
  ];
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
