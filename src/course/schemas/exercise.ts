/** The frontmatter of an exercise's task: `content/functions/<name>/opdracht.mdx`. */
import { z } from './zod.ts';

export const LEVELS = ['instap', 'midden', 'pittig'] as const;

export const exerciseSchema = z.strictObject({
  /** Slug of the lesson that it closes: `betalen-per-gebruik`. */
  lesson: z.string().min(1),
  level: z.enum(LEVELS),
  /** Honest minutes, for somebody who has just read the lesson. */
  minutes: z.number().int().min(2).max(45),
  /** `repair`: somebody's code is broken. `golf`: the bill has to be as small as possible, and the best is kept. */
  kind: z.enum(['build', 'repair', 'golf']).default('build'),
  /** One sentence for a list of exercises. */
  summary: z.string().min(1),
  /** What whoever made it knows now, in one or two sentences; simple inline markdown. */
  learned: z.string().min(40),
  /** From a nudge to nearly the answer; simple inline markdown. */
  hints: z.array(z.string().min(1)).min(2).max(5),
});

export type ExerciseFacts = z.infer<typeof exerciseSchema>;
