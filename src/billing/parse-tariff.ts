/**
 * What a file in `content/tariffs` may hold. With `price-fields.ts` the only part of billing that knows zod: it
 * runs at build time, in tests and in a shell, and no page imports it.
 */
import { z } from 'zod';
import { compareRatios, ratioOf } from './exact.ts';
import { confidence, day, decimal, id, priced, provenance, readDate, text } from './price-fields.ts';
import { allowanceNames, ruleNames, rules, unitNames } from './rules.ts';
import type { Beside, ExchangeRate } from './tariff.ts';
import { MAX_DURATION_MS, MAX_MEMORY_MB } from './usage.ts';

const tier = z.strictObject({
  upTo: decimal.nullable(),
  priceUsd: decimal.exactOptional(),
  priceEur: decimal.exactOptional(),
  confidence: confidence.exactOptional(),
  note: text.exactOptional(),
});

const ruleAndUnit = {
  rule: z.enum(ruleNames),
  unit: z.enum(unitNames),
  source: z.url().exactOptional(),
};

const pricedComponent = z
  .strictObject({ ...ruleAndUnit, tiers: z.array(tier).min(1), tierScope: text.exactOptional() })
  .superRefine(({ tiers }, context) => {
    for (const [index, { upTo }] of tiers.entries()) {
      const message = tierProblem(upTo, tiers[index - 1]?.upTo, index === tiers.length - 1);
      if (message) context.addIssue({ code: 'custom', path: ['tiers', index, 'upTo'], message });
    }
  });
const creditComponent = z.strictObject({ ...ruleAndUnit, credits: decimal });

/** Told apart before they are checked, so that a wrong one is told what is wrong and not that it is neither. */
const component = z.looseObject({}).transform((fields, context) => {
  const parsed = ('credits' in fields ? creditComponent : pricedComponent).safeParse(fields);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message });
    }
    return z.NEVER;
  }
  const { rule, unit } = parsed.data;
  const units = Object.keys(rules[rule].countsPerUnit);
  if (!units.includes(unit)) {
    context.addIssue({
      code: 'custom',
      path: ['unit'],
      message: `${rule} is priced per ${units.join(', ')}`,
    });
    return z.NEVER;
  }
  return parsed.data;
});

const span = z.number().min(0).max(MAX_DURATION_MS);
const memory = z.int().min(0).max(MAX_MEMORY_MB);
const allowances = z.partialRecord(z.enum(allowanceNames), decimal);

export const tariffSchema = z
  .strictObject({
    kind: z.literal('faas'),
    ...priced,
    components: z.array(component).min(1),
    rounding: z.strictObject({
      durationStepMs: span.positive().nullable(),
      minimumDurationMs: span,
      memoryStepMb: memory.positive().nullable(),
      memorySizesMb: z.array(memory.positive()).min(1).exactOptional(),
      minimumMemoryMb: memory,
      readyStepMs: span.positive().exactOptional(),
    }),
    cpu: z
      .strictObject({
        unit: z.enum(['vcpu', 'ghz']),
        byMemoryMb: z
          .array(z.strictObject({ memoryMb: memory.positive(), cpu: decimal }))
          .min(1)
          .exactOptional(),
        standard: decimal.exactOptional(),
      })
      .exactOptional(),
    streamedBytesFree: z.int().positive().exactOptional(),
    initBilled: z.strictObject({
      value: z.union([z.boolean(), z.literal('unknown')]),
      note: text.exactOptional(),
      source: z.url().exactOptional(),
    }),
    freeTier: z
      .strictObject({
        quantities: allowances.exactOptional(),
        discountsUsd: allowances.exactOptional(),
        per: z.literal('month'),
        scope: text,
        isReadyExcluded: z.boolean().exactOptional(),
      })
      .nullable(),
    included: allowances.exactOptional(),
    credits: z
      .strictObject({
        included: decimal,
        perPack: decimal.refine((amount) => /[1-9]/.test(amount), 'above zero'),
        packUsd: decimal,
        source: z.url().exactOptional(),
      })
      .exactOptional(),
    plan: z
      .strictObject({
        name: text,
        feeUsd: decimal,
        per: z.enum(['account', 'seat']),
        isCounted: z.boolean(),
        freePlan: text,
      })
      .exactOptional(),
    isDataOutFree: z.boolean().exactOptional(),
    limits: z
      .strictObject({ maxMemoryMb: memory.positive().exactOptional(), timeoutMs: span.exactOptional() })
      .exactOptional(),
    cpuModel: text.exactOptional(),
    samePricesAs: id.exactOptional(),
    replacedBy: text.exactOptional(),
    endedOn: readDate.exactOptional(),
  })
  .superRefine(({ components, currency, credits, rounding, cpu, plan }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    for (const [index, component] of components.entries()) {
      const { rule } = component;
      if (components.findIndex((other) => other.rule === rule) !== index) {
        refuse(['components', index, 'rule'], `${rule} is there twice`);
      }
      const first = components.find((other) => mixes(other.rule, rule));
      if (first) refuse(['components', index, 'rule'], `${rule} counts otherwise than ${first.rule}`);
      if ((rule === 'allocated-cpu-time' || rule === 'instance-cpu-time') && cpu === undefined) {
        refuse(['cpu'], `${rule} needs it`);
      }
      if ('credits' in component) {
        if (credits === undefined) refuse(['credits'], 'missing: a component is priced in credits');
        continue;
      }
      for (const [at, tier] of component.tiers.entries()) {
        const [wanted, other] =
          currency === 'USD' ? (['priceUsd', 'priceEur'] as const) : (['priceEur', 'priceUsd'] as const);
        const path = ['components', index, 'tiers', at];
        if (tier[wanted] === undefined) refuse([...path, wanted], `missing: prices are in ${currency}`);
        if (tier[other] !== undefined) refuse([...path, other], `prices are in ${currency}`);
      }
    }
    const fee = components.find(({ rule }) => rule === 'base-fee');
    if ((plan?.isCounted === true) !== (fee !== undefined)) {
      refuse(['plan', 'isCounted'], 'goes with a component base-fee');
    }
    const sizes = rounding.memorySizesMb ?? [];
    if (sizes.some((size, at) => at > 0 && size <= (sizes[at - 1] ?? 0))) {
      refuse(['rounding', 'memorySizesMb'], 'from small to large');
    }
    if (sizes.length > 0 && rounding.memoryStepMb !== null) {
      refuse(['rounding', 'memoryStepMb'], 'sizes or a step, not both');
    }
  });
/** A tariff as its file has it: prices in its own currency. */
export type TariffFile = z.infer<typeof tariffSchema>;

export const alwaysOnSchema = z
  .strictObject({
    kind: z.literal('always-on'),
    role: z.enum(['server', 'database']),
    ...priced,
    components: z
      .array(
        z.strictObject({
          what: z.enum(['instance', 'public-ipv4', 'disk']),
          unit: z.enum(['hour', 'month', 'gb-month']),
          gb: z.number().positive().exactOptional(),
          priceUsd: decimal.exactOptional(),
          priceEur: decimal.exactOptional(),
          monthCapUsd: decimal.exactOptional(),
          source: z.url().exactOptional(),
          readDate: readDate.exactOptional(),
        }),
      )
      .min(1),
    included: z.array(z.enum(['public-ipv4', 'disk'])),
    limits: z.strictObject({ vcpu: z.number().positive(), memoryMb: z.int().positive() }),
    burst: z
      .strictObject({
        baselineVcpu: decimal.nullable(),
        surplusUsdPerVcpuHour: decimal.nullable(),
        source: z.url(),
        readDate,
      })
      .exactOptional(),
  })
  .superRefine(({ components, included, currency }, context) => {
    for (const [index, component] of components.entries()) {
      const [wanted, other] =
        currency === 'USD' ? (['priceUsd', 'priceEur'] as const) : (['priceEur', 'priceUsd'] as const);
      const path = ['components', index];
      if (component[wanted] === undefined || component[other] !== undefined) {
        context.addIssue({ code: 'custom', path: [...path, wanted], message: `prices are in ${currency}` });
      }
      if ((component.unit === 'gb-month') !== (component.gb !== undefined)) {
        context.addIssue({ code: 'custom', path: [...path, 'gb'], message: 'goes with gb-month' });
      }
      if (component.what !== 'instance' && included.includes(component.what)) {
        context.addIssue({ code: 'custom', path: ['included'], message: `${component.what} has a price` });
      }
    }
  });
export type AlwaysOnFile = z.infer<typeof alwaysOnSchema>;

export const besideSchema = z.strictObject({
  kind: z.literal('beside'),
  id,
  provider: text,
  region: text,
  goesWith: z.array(id).min(1),
  components: z
    .array(
      z.strictObject({
        what: z.enum(['gateway', 'read', 'write', 'message']),
        product: text,
        priceUsd: decimal,
        requestsEach: z.int().positive(),
        readDate,
        ...provenance,
      }),
    )
    .min(1),
}) satisfies z.ZodType<Beside>;

export const exchangeRateSchema = z.strictObject({
  kind: z.literal('currency'),
  id,
  base: z.literal('EUR'),
  quote: z.literal('USD'),
  usdPerEur: decimal.refine((rate) => /[1-9]/.test(rate), 'above zero: amounts are divided by it'),
  date: day,
  ...provenance,
}) satisfies z.ZodType<ExchangeRate>;

/** Any file of `content/tariffs`, told apart by `kind`. */
export const priceFileSchema = z.discriminatedUnion('kind', [
  tariffSchema,
  alwaysOnSchema,
  besideSchema,
  exchangeRateSchema,
]);

/** Any file, prices in its own currency. `in-dollars.ts` makes bills of it. */
export type PriceFileContent = TariffFile | AlwaysOnFile | Beside | ExchangeRate;

/**
 * Reads one file of `content/tariffs`.
 *
 * @param file its path, for the message; its name without `.json` must be the id in it
 * @throws Error naming the file and each wrong field
 */
export function parsePriceFile(file: string, json: string): PriceFileContent {
  const parsed = priceFileSchema.safeParse(parseJson(file, json));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => `  ${i.path.join('.') || '(top level)'}: ${i.message}`);
    throw new Error(`${file} is not a valid tariff:\n${lines.join('\n')}`);
  }
  const name = file.replace(/^.*[\\/]/, '').replace(/\.json$/, '');
  if (parsed.data.id !== name) {
    throw new Error(`${file} is not a valid tariff:\n  id: must be the file's name, ${name}`);
  }
  return parsed.data;
}

function parseJson(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error(`${file} is not valid JSON: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

/** Tiers go up, and the last one has no end: what is used always falls in one. */
function tierProblem(upTo: string | null, before: string | null | undefined, isLast: boolean): string | null {
  if (isLast) return upTo === null ? null : 'the last tier has no end: null';
  if (upTo === null) return 'only the last tier has no end';
  const from = before ?? '0';
  return compareRatios(ratioOf(upTo, 'upTo'), ratioOf(from, 'upTo')) > 0 ? null : `must be above ${from}`;
}

/** One tariff counts in one kind of time and one kind of memory: its totals are kept once. */
function mixes(a: (typeof ruleNames)[number], b: (typeof ruleNames)[number]): boolean {
  const [one, other] = [rules[a], rules[b]];
  const differs = (x?: string, y?: string) => x !== undefined && y !== undefined && x !== y;
  return differs(one.time, other.time) || differs(one.memory, other.memory);
}
