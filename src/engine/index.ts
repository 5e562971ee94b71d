/**
 * The engine: the platform in real time. `loop.ts` is its heart, and where to begin reading; `engine.ts` is what a page
 * holds. Whoever opens a lab may import it (playground, exercises, take-home), by this file only; it stands on the
 * platform and on the contract, and knows no host: page and Node bring theirs.
 *
 *     deploy, invoke, abort ─▶ engine.ts ─▶ loop.ts ──step──▶ platform
 *                                           │   ▲                │
 *          host reports ─▶ hearing.ts ─────▶│   └── commands ◀───┘ events ─▶ one list of entries ─▶ listeners
 *
 * Around the loop, a file a subject: what goes on now and what a caller gets (`work.ts`), what is believed of what a
 * host says (`hearing.ts`), what is deployed (`deployments.ts`), what is remembered (`history.ts`), when to wake and how
 * to jump ahead (`clock.ts`), which function answers a request (`routes.ts`), what can go wrong (`invocation-failure.ts`).
 *
 *     a binding's call ─────────────────┐
 *     a reader's upload or message ─────┴─▶ stores/index.ts ─┬─▶ values and files, in memory
 *                                                            └─▶ messages/post-office.ts ─▶ platform: queues, retries
 *     messages/cron.ts ─▶ messages/timers.ts ────────────────────┘
 *                         messages/journal.ts ─▶ whoever keeps: all changes of one step together
 *
 * A file that is put under the prefix of an upload trigger, and a timer that goes off, are messages as well: in a queue
 * of their own, which feeds that one function. The clock can be moved ahead to the next planned moment; spans that were
 * measured beside an instance never change.
 *
 * A function's `fetch` to a service goes to `services/index.ts`, the outside world that the platform plays. It is answered
 * when that service is done, on the same clock; a check may have that waiting counted instead of waited for.
 *
 * What a project on a real cloud takes of it comes by doors of its own, so that nothing else is packed along: `routes.ts`,
 * `messages/event-data.ts`, `services/service.ts`.
 *
 * What went on can be recorded, and seen again elsewhere: `tape/tape.ts`.
 *
 * Inside, messages ← stores ← services ← the files of this folder, and what all of them speak of is `types.ts`.
 */
export { realClock } from './clock.ts';
export { QUEUE } from './deployments.ts';
export { Engine } from './engine.ts';
export { type FailureCode, type InvocationFailure, STATUS_OF_FAILURE } from './invocation-failure.ts';
export { type CronMoments, type CronProblem, cronMoments } from './messages/cron.ts';
export type { Changes, Keep, MessageContent, Saved, SavedMessage } from './messages/journal.ts';
export type { StoreCall } from './stores/index.ts';
export { type Difference, type LabReplay, replayInLab } from './tape/replay-in-lab.ts';
export type * from './tape/tape.ts';
export { printTape, readTape } from './tape/tape-file.ts';
export { TapeRecorder } from './tape/tape-recorder.ts';
export type * from './types.ts';
