/**
 * `Weet je het?`: twelve questions about what many believe of serverless functions, before the course (form A) and after it (form B).
 *
 *     beliefs.ts      what is believed, each with a name
 *     two-forms.ts    what a question is: one right answer, and wrong ones that each come of a belief
 *     what-runs.ts    ┐ the twelve, each as one question in two forms: the same beliefs in the same order, other numbers or
 *     what-it-costs.ts┘ another case. That both are equally difficult, nobody measured, and the page says so
 *     shown.ts        as a page shows them: mixed, with a fingerprint by which an answer is told to be of this very question
 *     kept-twelve.ts  what was answered, on this device
 *     outcome.ts      right, wrong or not known, before and after
 *     Twelve.tsx      the page: `TwelveSheet` asks, `TwelveResult` tells
 *
 * Numbers come from `billing`, or from arithmetic that `test/review/twelve.test.ts` does again with the platform. Begin at `two-forms.ts`.
 * Pages import this door; the classroom imports it too, and `kept-twelve.ts`, to let answers go with a hand-in.
 */
export { type ClassItem, classItem, type TwelveQuestion, twelveQuestions } from './shown.ts';
