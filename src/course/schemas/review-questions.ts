/**
 * Questions of a lesson that only `Herhaal` asks: `content/review/<slug of the lesson>.yaml`, each under its id. They are here, and
 * not at the end of the lesson, because a mistake that its guide names can be made in no question there, and a lesson has its
 * minutes. They are read without the lesson beside them. Texts are plain.
 */
import { z } from './zod.ts';

/** A lesson with more of them would fill a whole round of `Herhaal`. */
const MOST = 8;

/** The stars of a cron expression stand by themselves. */
const plain = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^(?!.*\*[^\s*])[^`]*$/, { error: 'hier staat gewone tekst, zonder ` en *nadruk*' });

const optionSchema = z
  .strictObject({
    text: plain(1, 160),
    right: z.literal(true).optional(),
    /** Why this is wrong. */
    hint: plain(20, 300).optional(),
  })
  .refine(({ right, hint }) => (right === undefined) !== (hint === undefined), {
    error: 'een fout antwoord heeft een hint die zegt waarom het fout is, en het goede heeft right: true',
  });

const questionSchema = z.strictObject({
  question: plain(20, 400),
  options: z
    .array(optionSchema)
    .min(2)
    .max(4)
    .refine((options) => options.filter(({ right }) => right).length === 1, {
      error: 'precies één antwoord heeft right: true',
    }),
  why: plain(20, 500),
});

export const reviewQuestionsSchema = z
  .record(z.string(), questionSchema)
  .refine((all) => Object.keys(all).every((id) => /^(?!som-)[a-z][a-z0-9-]{2,49}$/.test(id)), {
    error: 'een id heeft alleen kleine letters, cijfers en streepjes, en begint niet met som-',
  })
  .refine((all) => Object.keys(all).length <= MOST, { error: `een les heeft er maximaal ${MOST}` });

export type ReviewQuestions = z.infer<typeof reviewQuestionsSchema>;
