/** An event of the provider, handed to the functions that it is for as the event that the lab makes of it. */
import type { CloudEvent } from '../../../contract/context.ts';
import { RETURNED_LIMIT_BYTES } from '../../../contract/lab-defaults.ts';
import { utf8Length } from '../../../contract/utf8.ts';
import {
  type BatchMessage,
  failedOf,
  objectCreated,
  queueBatch,
  timerFired,
} from '../../../engine/messages/event-data.ts';
import type { CloudApp, CloudFunction, CloudTrigger } from './cloud-function.ts';
import { invoke } from './invoke.ts';

/** `returned`: JSON text; null for nothing, and for what JSON can't hold or is too long. */
export type EventOutcome =
  | { readonly isOk: true; readonly returned: string | null }
  | { readonly isOk: false; readonly error: unknown };

/** The one function with this kind of trigger. @throws Error, in Dutch, when there is none */
export function functionWith({ functions }: CloudApp, type: CloudTrigger['type']): CloudFunction {
  const found = functions.find(({ trigger }) => trigger.type === type);
  if (found === undefined) throw new Error(`Dit project heeft geen functie met een trigger ${type}.`);
  return found;
}

/** Those that are to hear of an object under this key. */
export function watchingFunctions({ functions }: CloudApp, key: string): CloudFunction[] {
  return functions.filter(({ trigger }) => trigger.type === 'upload' && key.startsWith(trigger.prefix));
}

/** @param attempt 1 for the first delivery. What the handler throws is in the log, and in the outcome: never thrown here */
export async function serveEvent(
  { answer }: CloudApp,
  fn: CloudFunction,
  event: CloudEvent,
  attempt: number,
): Promise<EventOutcome> {
  const came = await invoke(fn, { event, attempt }, answer, jsonOf);
  if (came.type === 'returned') return { isOk: true, returned: came.returned as string | null };
  const error =
    came.type === 'threw' ? came.thrown : new Error(`${fn.name} was na ${fn.timeoutMs} ms nog niet klaar.`);
  console.error(error);
  return { isOk: false, error };
}

export interface CameIn {
  /** The same at each attempt. */
  readonly id: string;
  /** RFC 3339. */
  readonly time: string;
  readonly attempt: number;
}

/** An object was put where this function watches. */
export function serveUpload(
  app: CloudApp,
  fn: CloudFunction,
  { id, time, attempt }: CameIn,
  object: { readonly key: string; readonly size: number; readonly contentType: string },
): Promise<EventOutcome> {
  return serveEvent(app, fn, objectCreated(id, time, object), attempt);
}

/** A timer went off; `time` is the moment that its expression names. */
export function serveTimer(
  app: CloudApp,
  fn: CloudFunction,
  { id, time, attempt }: CameIn,
): Promise<EventOutcome> {
  const cron = fn.trigger.type === 'timer' ? fn.trigger.cron : '';
  return serveEvent(app, fn, timerFired(id, cron, time), attempt);
}

/**
 * Messages that came together, for the function that reads the queue.
 *
 * @returns the ids of those that have to come again: all of them when the handler failed, or named one that it was not given
 */
export async function serveMessages(
  app: CloudApp,
  fn: CloudFunction,
  messages: readonly BatchMessage[],
): Promise<readonly string[]> {
  const event = queueBatch(crypto.randomUUID(), new Date().toISOString(), messages);
  const attempt = Math.max(1, ...messages.map((message) => message.attempt));
  const outcome = await serveEvent(app, fn, event, attempt);
  const ids = messages.map(({ id }) => id);
  if (!outcome.isOk) return ids;
  const failed = failedOf(outcome.returned);
  return failed.some((id) => !ids.includes(id)) ? ids : failed;
}

/** What was sent, read; text that is no JSON came from somebody else, and is handed over as it is. */
export function messageBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function jsonOf(returned: unknown): string | null {
  try {
    const text: string | undefined = JSON.stringify(returned);
    return text !== undefined && utf8Length(text, RETURNED_LIMIT_BYTES) <= RETURNED_LIMIT_BYTES ? text : null;
  } catch {
    return null;
  }
}
