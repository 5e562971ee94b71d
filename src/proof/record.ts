/** What runs of the tests wrote down: `content/proof/record.json`. */
import { z } from 'zod';

const recorded = z.strictObject({
  /** In full, of the code that was tested. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  day: z.iso.date(),
  /** Of the code that the claim is about and of its tests, as they were then. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many tests held it. */
  tests: z.int().min(1),
  /** Name and version, in the order in which they were tried; empty when no browser came into it. */
  browsers: z.array(z.string()),
});

const schema = z.strictObject({ v: z.literal(1), claims: z.record(z.string(), recorded) });

export type Recorded = z.infer<typeof recorded>;
export type ProofRecord = z.infer<typeof schema>;

/** @param value what the file holds, as JSON @throws Error naming the field, when it is no record */
export function readRecord(value: unknown): ProofRecord {
  return schema.parse(value);
}
