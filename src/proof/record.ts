/** What runs of the tests wrote down: `content/proof/record.json`. */
import { z } from 'zod';

const recorded = z.strictObject({
  /** In full, of the code that was tested. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  day: z.iso.date(),
  /** Of the code that the claim is about and of its tests, as they were then. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many tests held it there. */
  tests: z.int().min(1),
  /** Family and version; null when no browser came into it. */
  browser: z
    .string()
    .regex(/^\p{L}+ \S+$/u)
    .nullable(),
});

const schema = z.strictObject({
  v: z.literal(2),
  /** By id of a claim: in each family the last time that it was seen proven, each with the code of that time. */
  claims: z.record(z.string(), z.array(recorded).min(1)),
});

export type Recorded = z.infer<typeof recorded>;
export type ProofRecord = z.infer<typeof schema>;

/** @param value what the file holds, as JSON @throws Error naming the field, when it is no record */
export function readRecord(value: unknown): ProofRecord {
  return schema.parse(value);
}

/** @returns the family in `Firefox 153.0`; null where no browser came into it */
export const familyOf = ({ browser }: Pick<Recorded, 'browser'>): string | null =>
  browser?.split(' ')[0] ?? null;

/**
 * What was seen in one family says nothing of another: a run in fewer of them leaves what was seen in the others, with its own
 * commit and digest.
 *
 * @param now what this run saw, at least one
 */
export function withRun(before: readonly Recorded[], now: readonly Recorded[]): Recorded[] {
  const seen = new Set(now.map(familyOf));
  // No claim is tried in a browser today and without one tomorrow, unless its tests have changed.
  const isOfBrowsers = !seen.has(null);
  return [
    ...now,
    ...before.filter((one) => isOfBrowsers && familyOf(one) !== null && !seen.has(familyOf(one))),
  ];
}
