/** What the frontmatter of a lesson holds, besides Starlight's own fields. */
import { z } from './zod.ts';

export const lessonSchema = z.object({
  /** Place in the course, from 1. Other pages (home, 404) have none. */
  order: z.number().int().positive().optional(),
  /** Short title for the menu. */
  menuTitle: z.string().optional(),
  /** Honest minutes of reading and doing. */
  minutes: z.number().int().positive().optional(),
  /** The paragraph under the title; simple inline markdown (`**bold**`, `` `code` ``). */
  lead: z.string().optional(),
  /** What a reader can do afterwards: "Na deze les kun je …". */
  goals: z.array(z.string()).optional(),
  /** What the lesson leaves to others; for authors and teachers. */
  outOfScope: z.array(z.string()).optional(),
});
