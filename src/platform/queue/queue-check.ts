/** Is this input about a queue possible? As in `input-check.ts`, nothing changes here. */

import { PlatformError } from '../errors.ts';
import { checkCount } from '../input-check.ts';
import type { QueueConfig } from '../inputs.ts';
import type { PlatformState } from '../state.ts';
import { usFromMs } from '../time.ts';
import { type Message, NEVER_US, type Queue, type QueueRules } from './queue-state.ts';

/** @throws PlatformError `UNKNOWN_QUEUE` */
export function findQueue(state: PlatformState, name: string): Queue {
  const found = state.queues.get(name);
  if (found === undefined) throw new PlatformError('UNKNOWN_QUEUE', name);
  return found;
}

/** @throws PlatformError `UNKNOWN_MESSAGE` */
export function findMessage(state: PlatformState, id: string): Message {
  const found = state.messages.get(id);
  if (found === undefined) throw new PlatformError('UNKNOWN_MESSAGE', id);
  return found;
}

/**
 * The id of a new message must be free, and stay so: a message that a timer will send holds its id already.
 *
 * @throws PlatformError `DUPLICATE_MESSAGE`
 */
export function checkNewMessage(state: PlatformState, id: string): void {
  if (state.messages.has(id)) throw new PlatformError('DUPLICATE_MESSAGE', id);
  for (const timer of state.timers.values()) {
    if (timer.messageId === id) throw new PlatformError('DUPLICATE_MESSAGE', `${id} of timer ${timer.name}`);
  }
}

/**
 * Is there room for one more message? Timers that are due by then send theirs first, so those count.
 *
 * @throws PlatformError `TOO_MANY_MESSAGES`
 */
export function checkRoom(state: PlatformState, nowUs: number): void {
  let size = state.messages.size;
  for (const { dueUs } of state.timers.values()) if (dueUs <= nowUs) size += 1;
  if (size >= state.maxMessages) throw new PlatformError('TOO_MANY_MESSAGES', `${state.maxMessages}`);
}

/** @throws PlatformError `INVALID_CONFIG`, `INVALID_TIME` */
export function readRules(config: QueueConfig): QueueRules {
  const { functionName, batchSize, visibilityTimeoutMs, lostAcks } = config;
  checkCount('batchSize', batchSize, 1);
  const visibilityTimeoutUs =
    visibilityTimeoutMs === null ? NEVER_US : usFromMs(visibilityTimeoutMs, 'visibilityTimeoutMs');
  // Visible at once while in flight would be delivered without end in one moment.
  if (visibilityTimeoutUs === 0) {
    throw new PlatformError('INVALID_CONFIG', `visibilityTimeoutMs ${visibilityTimeoutMs}`);
  }
  return {
    functionName,
    batchSize,
    batchWindowUs: usFromMs(config.batchWindowMs, 'batchWindowMs'),
    visibilityTimeoutUs,
    retryWaitsUs: config.retryWaitsMs.map((waitMs) => usFromMs(waitMs, 'retryWaitsMs')),
    lostAcks: lostAcks === undefined ? null : readLostAcks(lostAcks),
  };
}

function readLostAcks({ seed, chance }: NonNullable<QueueConfig['lostAcks']>): QueueRules['lostAcks'] {
  if (!Number.isSafeInteger(seed)) throw new PlatformError('INVALID_CONFIG', `lostAcks.seed ${seed}`);
  if (!(chance >= 0 && chance <= 1)) throw new PlatformError('INVALID_CONFIG', `lostAcks.chance ${chance}`);
  return { seed, chance };
}
