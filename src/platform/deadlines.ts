/**
 * What the platform waits for: an instance that starts too slowly, a handler that runs too long, an
 * instance that is idle for too long; a timer of the driver's, a message that is to be visible, one that
 * is in flight for too long, a batch that may leave though it is not full. It sets no timer itself: it says
 * when to be called again.
 */
import { type Message, NEVER_US, type Queue } from './queue/queue-state.ts';
import { mayStartUs } from './scaling-rate.ts';
import type { PlatformState, Version } from './state.ts';
import { msFromUs } from './time.ts';

/** Remembers that there is something to do at `us`. */
export function wakeBy(state: PlatformState, us: number): void {
  if (us < state.wakeUs) state.wakeUs = us;
}

/** The first deadline at which something falls due (see `due.ts`). */
export function firstDueUs(state: PlatformState): number {
  let firstUs = Math.min(firstPlannedUs(state), state.hidden[0]?.atUs ?? NEVER_US);
  for (const version of state.versions) firstUs = Math.min(firstUs, firstDeadlineUs(version));
  return firstUs;
}

/** The first deadline of a version: the heads of its lists are the first to fall due. */
function firstDeadlineUs(version: Version): number {
  let firstUs = NEVER_US;
  const running = version.running.head;
  if (running !== null) firstUs = running.startedUs + version.timeoutUs;
  for (const { head } of [version.starting, version.startingAhead]) {
    if (head !== null) firstUs = Math.min(firstUs, head.sinceUs + version.initTimeoutUs);
  }
  const idle = version.idle.head;
  if (idle !== null) firstUs = Math.min(firstUs, idle.sinceUs + version.idleTimeoutUs);
  return firstUs;
}

/** When the first timer, or the first wait of a message, is over. */
function firstPlannedUs(state: PlatformState): number {
  let firstUs = state.delayed[0]?.atUs ?? NEVER_US;
  for (const { dueUs } of state.timers.values()) firstUs = Math.min(firstUs, dueUs);
  return firstUs;
}

/**
 * When the next batch of a queue may leave: once the batch is full, or its first message has waited long enough for
 * others. The queue must have visible messages, as those that stand in line have.
 */
export function batchDueUs({ visible, rules }: Queue): number {
  const first = visible[0] as Message;
  return visible.length >= rules.batchSize ? first.atUs : first.atUs + rules.batchWindowUs;
}

/**
 * The first window that is still open. A batch that may leave and is here still waits for a place, and not for time, unless
 * it is that its function may not start another instance yet.
 */
function firstWindowUs(state: PlatformState): number {
  let firstUs = NEVER_US;
  for (let queue = state.ready.head; queue !== null; queue = queue.next) {
    const owner = state.functions.get(queue.rules.functionName);
    if (owner === undefined) continue;
    const dueUs = batchDueUs(queue);
    const leavesUs = dueUs > state.nowUs ? dueUs : mayStartUs(owner);
    if (leavesUs > state.nowUs) firstUs = Math.min(firstUs, leavesUs);
  }
  return firstUs;
}

/** The next moment at which a `tick` has something to do, or null when nothing is waited for. */
export function nextWakeMs(state: PlatformState): number | null {
  return momentMs(Math.min(firstDueUs(state), firstWindowUs(state)));
}

/**
 * The next moment at which something begins by itself: a timer, a delayed message, a next attempt. Null
 * when there is none. Where nothing runs, a driver that can may go there at once.
 */
export function nextPlannedMs(state: PlatformState): number | null {
  return momentMs(firstPlannedUs(state));
}

function momentMs(us: number): number | null {
  return us === NEVER_US ? null : msFromUs(us);
}
