/**
 * The platform: a small FaaS platform as a sans-IO state machine. Everybody else imports this file alone; in here,
 * begin reading at `step.ts`, where each input enters.
 *
 * A function has versions. Only its newest takes requests. A version has instances: places where its
 * code has been loaded. A request that is accepted becomes an invocation, which is given to one instance
 * and ends exactly once. That is all; the rest is the rules for which instance, and when it ends:
 *
 * - `transitions.ts` is the life of an instance as a table. Nothing else changes its state.
 * - `choose-instance.ts` says where a request goes: the newest idle instance, a free place, a cold start, or 429.
 *   `routing.ts` says which instance, of those with a free place; `scaling-rate.ts` how fast a function may grow.
 * - `due.ts` ends what took too long, and what was idle for too long.
 * - `events.ts` says what is told, and what is billed when (`InvocationUsage`).
 *
 * A function can also be fed by a queue, of which the rules are in `queue/queues.ts`: what is sent to a queue waits
 * until it can be delivered, in batches that are invocations like any other, and again when that failed.
 *
 * - `queue/queues.ts` also says which batch leaves when.
 * - `queue/message-life.ts` is the life of a message as a table; `queue/messages.ts` goes by that table, and says
 *   what the end of a delivery means for each of its messages.
 * - `queue/traces.ts` says what follows from what, and stops what goes on without end.
 *
 * In the style of h11 and quinn-proto, nothing here reads a clock, starts a worker or awaits. A driver
 * (the engine, a test) holds a state, tells it what happened with `step`, does the commands in their order, and
 * comes back at `nextWakeMs` with a `tick`. Any clock will do, a real one or one that is made up.
 * Two drivers that tell the same get the same: instance ids, versions and deliveries count from 1, and
 * where chance is asked for, it follows from a seed.
 *
 * Time enters as milliseconds and is whole microseconds inside. It never goes back: an input that lies
 * before the one before it is refused (`TIME_WENT_BACK`), since only the driver can know whether to wait
 * or to round. An input that cannot be throws a `PlatformError` and changes nothing.
 *
 * A step costs the same however many instances there are: the lists of a version are linked through
 * their members (`lists.ts`), and since all members of a list wait equally long, the first to fall due
 * is its head. Only a moment at which something falls due looks at each version once. Messages do not
 * wait equally long, so they wait in heaps (`heaps.ts`): a step costs the logarithm of their number.
 *
 * What happened follows from what was told, so that it can be had again (`replay.ts`).
 *
 * This folder imports nothing from outside it, and runs as it is under `node`.
 */
export type { Command } from './commands.ts';
export { nextPlannedMs, nextWakeMs } from './deadlines.ts';
export { PlatformError, type PlatformErrorCode } from './errors.ts';
export type * from './events.ts';
export type { FunctionConfig, Input, QueueConfig, Routing } from './inputs.ts';
export { MESSAGE_TRANSITIONS, type MessageCause, type MessageState } from './queue/message-life.ts';
export {
  type MessageSnapshot,
  messageCount,
  snapshotMessage,
  snapshotMessages,
} from './queue/message-snapshot.ts';
export type * from './queue/queue-events.ts';
export { nextRandomState, randomFrom } from './random.ts';
export { replay } from './replay.ts';
export {
  createState,
  type InstanceSnapshot,
  type Output,
  type PlatformLimits,
  type PlatformState,
  snapshotInstances,
} from './state.ts';
export { step } from './step.ts';
export {
  type Cause,
  type GoneReason,
  type InstanceState,
  type InvocationOutcome,
  nextState,
  TRANSITIONS,
} from './transitions.ts';
