/**
 * The engine: the platform in real time. It owns the state machine, reads the clock, and drives a host.
 *
 *     deploy, invoke, abort ─▶ engine ──step──▶ platform
 *                              │   ▲               │
 *          host reports ──────▶│   └── commands ◀──┘ events ─▶ one list of entries ─▶ listeners
 *
 * `engine.ts` is the loop: one fact in, its events written down, its commands done, the next wake-up set.
 * Around it, a file a subject: what a host says before it is believed (`reports.ts`), what a caller gets
 * (`answers.ts`), what is kept (`history.ts`), who is told (`publisher.ts`), how much may be logged
 * (`log-budget.ts`), when to wake (`alarm.ts`), and whose
 * instance it is when a reader changed hosts (`hosts.ts`). It knows no DOM and no Preact: page and Node use it alike.
 */
export { QUEUE } from './binding-desk.ts';
export { realClock } from './clock.ts';
export { type CronMoments, type CronProblem, cronMoments } from './cron.ts';
export { Engine } from './engine.ts';
export { type FailureCode, type InvocationFailure, STATUS_OF_FAILURE } from './failure.ts';
export type { Changes, Keep, Saved, SavedMessage } from './journal.ts';
export type { MessageContent } from './mail.ts';
export type * from './types.ts';
