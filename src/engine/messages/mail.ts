/**
 * What is in the messages. The platform knows their names and where they are; what a function gets to read is kept
 * here, until the message is done or thrown away.
 */
import type { CloudEvent } from '../../contract/data.ts';

/** A message of the playground's queue. */
export interface QueueContent {
  readonly kind: 'queue';
  /** JSON text. */
  readonly body: string;
  /** RFC 3339. */
  readonly sentTime: string;
}

/** An event for one function: the same event at every attempt, with the same id. */
export interface EventContent {
  readonly kind: 'event';
  readonly event: CloudEvent;
}

export type MessageContent = QueueContent | EventContent;

export type Mail = Map<string, MessageContent>;

export interface Delivered {
  readonly messageId: string;
  readonly attempt: number;
}

const common = { specversion: '1.0', datacontenttype: 'application/json' } as const;

/** @param time RFC 3339 */
export function objectCreated(
  id: string,
  time: string,
  object: { readonly key: string; readonly size: number; readonly contentType: string },
): EventContent {
  const { key, size, contentType } = object;
  const event: CloudEvent = {
    ...common,
    id,
    source: '/bucket',
    type: 'test.functie.object.created',
    subject: key,
    time,
    data: { key, size, contentType },
  };
  return { kind: 'event', event };
}

/** @param scheduledTime RFC 3339: the moment that the expression names */
export function timerFired(id: string, cron: string, scheduledTime: string): EventContent {
  const event: CloudEvent = {
    ...common,
    id,
    source: '/timer',
    type: 'test.functie.timer.fired',
    time: scheduledTime,
    data: { cron, scheduledTime },
  };
  return { kind: 'event', event };
}

/**
 * The event that one delivery hands to its function: the event itself, or a batch of messages.
 *
 * @param batchId of this delivery: each attempt is another batch, its messages keep their ids
 */
export function eventOf(
  mail: Mail,
  batchId: string,
  time: string,
  delivered: readonly Delivered[],
): CloudEvent {
  const messages: unknown[] = [];
  for (const { messageId, attempt } of delivered) {
    const content = mail.get(messageId);
    if (content === undefined) continue;
    if (content.kind === 'event') return content.event;
    messages.push({ id: messageId, body: JSON.parse(content.body), attempt, sentTime: content.sentTime });
  }
  return {
    ...common,
    id: batchId,
    source: '/queue',
    type: 'test.functie.queue.batch',
    time,
    data: { messages },
  };
}
