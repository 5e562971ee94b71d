/**
 * What a file in `content/tariffs` may hold. The only part of billing that knows zod: it runs at build time,
 * in tests and in a shell, and no page imports it.
 */
import Big from 'big.js';
import { z } from 'zod';
import { ruleNames, rules, unitNames } from './rules.ts';
import { type AlwaysOn, type ExchangeRate, type PriceFile, seenInValues, type Tariff } from './tariff.ts';
import { MAX_DURATION_MS, MAX_MEMORY_MB } from './usage.ts';

const text = z.string().min(1);
/** `aws-lambda-x86-us-east-1`: also the file's name, and part of addresses. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and dashes');
// Stops at the first problem: what is compared later on must be a decimal.
const decimal = z
  .string('quote it: "0.20", so that it stays exact')
  .regex(/^\d+(\.\d+)?$/, { error: 'like "0.20"', abort: true });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, like "2026-10-28"');
const readDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?|-\d{4})?$/, 'a day, month, year or range of years, like "2026-09-28"');
const confidence = z.enum(['verified', 'doubtful']);

const provenance = {
  source: z.url(),
  sourceNote: text.exactOptional(),
  seenIn: z.enum(seenInValues),
  confidence,
};

const priced = {
  id,
  provider: text,
  product: text,
  region: text,
  currency: z.literal('USD'),
  readDate: readDate.nullable(),
  notes: text.exactOptional(),
  ...provenance,
};

const tier = z.strictObject({
  upTo: decimal.nullable(),
  priceUsd: decimal,
  confidence: confidence.exactOptional(),
  note: text.exactOptional(),
});

const component = z
  .strictObject({
    rule: z.enum(ruleNames),
    unit: z.enum(unitNames),
    tiers: z.array(tier).min(1),
    tierScope: text.exactOptional(),
    source: z.url().exactOptional(),
  })
  .superRefine(({ rule, unit, tiers }, context) => {
    const units = Object.keys(rules[rule].unitsPerCount);
    if (!units.includes(unit)) {
      context.addIssue({
        code: 'custom',
        path: ['unit'],
        message: `${rule} is priced per ${units.join(', ')}`,
      });
    }
    for (const [index, { upTo }] of tiers.entries()) {
      const message = tierProblem(upTo, tiers[index - 1]?.upTo, index === tiers.length - 1);
      if (message) context.addIssue({ code: 'custom', path: ['tiers', index, 'upTo'], message });
    }
  });

const span = z.number().min(0).max(MAX_DURATION_MS);
const memory = z.int().min(0).max(MAX_MEMORY_MB);

export const tariffSchema = z
  .strictObject({
    kind: z.literal('faas'),
    ...priced,
    components: z.array(component).min(1),
    rounding: z.strictObject({
      durationStepMs: span.positive().nullable(),
      minimumDurationMs: span,
      memoryStepMb: memory.positive().nullable(),
      minimumMemoryMb: memory,
    }),
    initBilled: z.strictObject({
      value: z.union([z.boolean(), z.literal('unknown')]),
      note: text.exactOptional(),
      source: z.url().exactOptional(),
    }),
    freeTier: z
      .strictObject({
        requests: decimal.exactOptional(),
        gbSeconds: decimal.exactOptional(),
        per: z.literal('month'),
        scope: text,
      })
      .nullable(),
  })
  .superRefine(({ components }, context) => {
    for (const [index, { rule }] of components.entries()) {
      if (components.findIndex((other) => other.rule === rule) === index) continue;
      context.addIssue({
        code: 'custom',
        path: ['components', index, 'rule'],
        message: `${rule} is there twice`,
      });
    }
  }) satisfies z.ZodType<Tariff>;

export const alwaysOnSchema = z.strictObject({
  kind: z.literal('always-on'),
  ...priced,
  components: z
    .array(
      z.strictObject({
        what: z.enum(['instance', 'public-ipv4']),
        unit: z.literal('hour'),
        priceUsd: decimal,
      }),
    )
    .min(1),
  limits: z.strictObject({ vcpu: z.number().positive(), memoryMb: z.int().positive() }),
}) satisfies z.ZodType<AlwaysOn>;

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
  exchangeRateSchema,
]);

/**
 * Reads one file of `content/tariffs`.
 *
 * @param file its path, for the message; its name without `.json` must be the id in it
 * @throws Error naming the file and each wrong field
 */
export function parsePriceFile(file: string, json: string): PriceFile {
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
  return new Big(upTo).gt(from) ? null : `must be above ${from}`;
}
