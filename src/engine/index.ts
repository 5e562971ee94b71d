/**
 * The engine: the platform in real time. It owns the state machine, reads the clock, drives a host, and holds what
 * outlives every instance: the stores, and what is in the messages.
 *
 *     deploy, invoke, abort ─▶ engine ──step──▶ platform
 *                              │   ▲               │
 *          host reports ──────▶│   └── commands ◀──┘ events ─▶ one list of entries ─▶ listeners
 *
 * `engine.ts` is the loop: one fact in, its events written down, its commands done, the next wake-up set.
 * Around it, a file a subject: what a host says (`hearing.ts`) before it is believed (`reports.ts`), what goes on now
 * (`work.ts`), what a caller gets (`answers.ts`), what is remembered (`history.ts`), who is told (`publisher.ts`), how
 * much may be logged (`log-budget.ts`), when to wake (`alarm.ts`), and whose instance it is when a reader changed hosts
 * (`hosts.ts`).
 *
 *     a binding's call ─▶ binding-desk.ts ─┬─▶ stores/        values and files, in memory
 *     a reader's upload or message ────────┤
 *                                          └─▶ post-office.ts ─▶ platform: queues, retries, dead letters
 *     cron.ts ─▶ timers.ts ────────────────────┘
 *                                   journal.ts ─▶ whoever keeps: all changes of one step together
 *
 * A file that is put under the prefix of an upload trigger, and a timer that goes off, are messages as well: in a queue
 * of their own, which feeds that one function. Which function answers a request is `routes.ts`. `jumping-clock.ts` can
 * be moved ahead to the next planned moment; spans that were measured beside an instance never change.
 *
 * It knows no DOM and no Preact: page and Node use it alike.
 */
export { QUEUE } from './binding-desk.ts';
export { realClock } from './clock.ts';
export { Engine } from './engine.ts';
export { type FailureCode, type InvocationFailure, STATUS_OF_FAILURE } from './invocation-failure.ts';
export { type CronMoments, type CronProblem, cronMoments } from './messages/cron.ts';
export type { Changes, Keep, Saved, SavedMessage } from './messages/journal.ts';
export type { MessageContent } from './messages/mail.ts';
export type * from './types.ts';
