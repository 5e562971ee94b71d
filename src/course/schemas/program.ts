/** The manifest of a program that stays on: `content/programs/<name>/program.json`. */
import { filesSchema } from './files.ts';
import { z } from './zod.ts';

export const programSchema = z.strictObject({
  /** What the playground is called: "Een server met taken". */
  title: z.string().min(1),
  /** Paths in the program's folder, `package.json` with its `start` among them; the one to read first in front. */
  files: filesSchema,
  /** On which it listens: what the preview shows. */
  port: z.number().int().min(1_024).max(65_535),
  /** What is learned with it, and what is left out. For authors. */
  learned: z.array(z.string()).default([]),
  outOfScope: z.array(z.string()).default([]),
});
