/**
 * `Herhaal`: questions of lessons that were read come back after 1, 3, 7 and 21 days, on this device alone.
 *
 *     lessons' questions ──pages/herhaal/vragen.json──▶ today.ts ◀── fresh.ts (numbers drawn anew)
 *     and content/review                                   │             ▲ by-tariff.ts (billing), by-platform.ts (simulation)
 *                                       Review.tsx ◀───────┴──────▶ kept-review.ts (schedule.ts)
 *
 * A question with fresh numbers has wrong options that come of the mistakes that the guides name, and each says what was done
 * wrong. Begin at `schedule.ts`. Only pages may import, and they take `islands.tsx`.
 *
 * `twelve/index.ts` is another page, `Weet je het?`: twelve questions before the course and after it. The classroom imports that door
 * as well.
 */
export { freshQuestions } from './fresh.ts';
export type { ReviewQuestion } from './question.ts';
