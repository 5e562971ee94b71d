/**
 * The three events that a function can be given, as it reads them: a file came, a timer went off, messages came. A project
 * on a real cloud makes the same of what its own platform tells (`take-home/clouds/adapter/`).
 */
import type { CloudEvent } from '../../contract/data.ts';

const common = { specversion: '1.0', datacontenttype: 'application/json' } as const;

/** What a function that watches a place in the bucket gets. @param time RFC 3339 */
export function objectCreated(
  id: string,
  time: string,
  object: { readonly key: string; readonly size: number; readonly contentType: string },
): CloudEvent {
  const { key, size, contentType } = object;
  return {
    ...common,
    id,
    source: '/bucket',
    type: 'test.functie.object.created',
    subject: key,
    time,
    data: { key, size, contentType },
  };
}

/** What a function with a timer gets. @param scheduledTime RFC 3339: the moment that the expression names */
export function timerFired(id: string, cron: string, scheduledTime: string): CloudEvent {
  return {
    ...common,
    id,
    source: '/timer',
    type: 'test.functie.timer.fired',
    time: scheduledTime,
    data: { cron, scheduledTime },
  };
}

/** A message of a batch. */
export interface BatchMessage {
  readonly id: string;
  /** What was sent, read as JSON. */
  readonly body: unknown;
  /** 1 for its first delivery. */
  readonly attempt: number;
  /** RFC 3339. */
  readonly sentTime: string;
}

/** What a function that reads the queue gets. @param id of this delivery @param time RFC 3339 */
export function queueBatch(id: string, time: string, messages: readonly BatchMessage[]): CloudEvent {
  return { ...common, id, source: '/queue', type: 'test.functie.queue.batch', time, data: { messages } };
}

/**
 * The messages of a batch that did not succeed, as a handler names them: `{ failed: ['…'] }`.
 *
 * @param returned JSON text; null for nothing
 */
export function failedOf(returned: string | null): readonly string[] {
  if (returned === null) return [];
  try {
    const value: unknown = JSON.parse(returned);
    const failed = typeof value === 'object' && value !== null && 'failed' in value ? value.failed : [];
    return Array.isArray(failed) ? failed.map(String) : [];
  } catch {
    return [];
  }
}
