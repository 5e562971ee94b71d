/** The guide of a lesson for a teacher: `content/guides/<slug of the lesson>.yaml`. Texts may hold `code` and *stress*. */
import { z } from './zod.ts';

/** Minutes of a lesson at school: Flemish and Dutch secondary schools and colleges, and a double lesson of a college. */
export const CLASS_MINUTES = [45, 50, 90] as const;

const minutesOfStep = z.int().min(0).max(30);

const planOf = (steps: readonly { readonly minutes: readonly number[] }[]) =>
  CLASS_MINUTES.map((_, at) => steps.reduce((sum, { minutes }) => sum + (minutes[at] ?? 0), 0));

const mistakeSchema = z
  .strictObject({
    mistake: z.string().min(10),
    answer: z.string().min(20),
    /**
     * Where it is asked, also in `Herhaal`: how the wrong answer begins that somebody with this mistake picks, or the hint at
     * that answer where numbers are drawn. Of a question at the end of the lesson, of `content/review/<slug>.yaml`, or of a sum.
     */
    asked: z.string().min(2).optional(),
    /** Where a run shows it: a prediction, also of another lesson, whose `misconception` is what this mistake says. */
    shown: z.string().min(3).optional(),
    /** What disproves it, where no prediction can. */
    disproved: z.string().min(20).optional(),
  })
  .refine(({ shown, disproved }) => shown === undefined || disproved === undefined, {
    error: 'zeg welke voorspelling het laat zien, of wat het weerlegt, en niet allebei',
  });

export const guideSchema = z.strictObject({
  needs: z.strictObject({
    /** How many computers: one for each student, or one for two. */
    devices: z.enum(['each', 'pair']),
    /** What the network has to let through: the page once, or WebContainer as well. */
    network: z.enum(['page', 'webcontainer']),
    /** What the teacher does or brings, before the lesson begins. */
    before: z.array(z.string().min(20)).optional(),
  }),
  /** In order. Minutes in a lesson of each of `CLASS_MINUTES`; 0 leaves a step out. */
  plan: z
    .array(
      z.strictObject({
        minutes: z.tuple([minutesOfStep, minutesOfStep, minutesOfStep]),
        what: z.string().min(20),
      }),
    )
    .min(4)
    .refine((steps) => planOf(steps).join() === CLASS_MINUTES.join(), {
      error: `de minuten moeten samen ${CLASS_MINUTES.join(', ')} zijn`,
    }),
  /** What is left for at home after a lesson of 45 or 50 minutes. */
  home: z.string().min(20),
  /** What learners tend to think or do, and what helps. */
  mistakes: z.array(mistakeSchema).min(3),
  /** Questions of the sheet, with room to write; the answers are the teacher's alone. */
  sheet: z
    .array(
      z.strictObject({
        question: z.string().min(20),
        lines: z.int().min(1).max(12),
        /** Whether it is about the exercise, which the lesson itself doesn't tell. */
        afterExercise: z.boolean().optional(),
        answer: z.string().min(1),
      }),
    )
    .min(4)
    .max(8),
});

export type Guide = z.infer<typeof guideSchema>;
