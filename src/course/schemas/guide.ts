/** The guide of a lesson for a teacher: `content/guides/<slug of the lesson>.yaml`. Texts may hold `code` and *stress*. */
import { z } from 'astro/zod';

/** Minutes of a lesson at school. */
export const CLASS_MINUTES = 50;

export const guideSchema = z.strictObject({
  /** In order; together one lesson at school. */
  plan: z
    .array(z.strictObject({ minutes: z.int().min(2).max(30), what: z.string().min(20) }))
    .min(4)
    .refine((steps) => steps.reduce((sum, { minutes }) => sum + minutes, 0) === CLASS_MINUTES, {
      error: `de minuten moeten samen ${CLASS_MINUTES} zijn`,
    }),
  /** What learners tend to think or do, and what helps. */
  mistakes: z.array(z.strictObject({ mistake: z.string().min(10), answer: z.string().min(20) })).min(3),
  /** Questions of the sheet, with room to write; the answers are the teacher's alone. */
  sheet: z
    .array(
      z.strictObject({
        question: z.string().min(20),
        lines: z.int().min(1).max(12),
        answer: z.string().min(1),
      }),
    )
    .min(4)
    .max(8),
});

export type Guide = z.infer<typeof guideSchema>;
