/** What somebody found who did the hour of `/meenemen/proef/`: a file of `content/trials/`, as its form saves it. */
import { z } from './zod.ts';

const LONGEST_ANSWER = 2_000;

export const trialSchema = z.strictObject({
  functielab: z.literal('proef'),
  v: z.literal(1),
  /** Of the course with which it was done. */
  version: z.string().min(1),
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/, 'is een dag: "2026-11-29"'),
  /** By part, then by question. */
  answers: z.record(z.string(), z.record(z.string(), z.string().max(LONGEST_ANSWER))),
});
