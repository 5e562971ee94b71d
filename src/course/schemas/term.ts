/** A word of the field: `content/terms.yaml` has each under its own name, as lessons write it in `<Term>`. */
import { z } from './zod.ts';

export const termSchema = z.strictObject({
  /** One or two sentences; may hold `code` and *stress*. */
  definition: z.string().min(30).max(240),
});
