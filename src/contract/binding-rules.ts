/**
 * Which calls of a binding are in order. The runtime asks before it sends, so that a mistake is told at once; the
 * host and the engine ask again, since the runtime shares its world with the learner's code.
 *
 * Whether a store has room, a manifest grants it or an invocation is still open is the engine's to say.
 */
import type { BindingCall, BindingFailure, BindingName, ServiceCall, StoreOrQueueCall } from './bindings.ts';
import {
  KEY_LIMIT_BYTES,
  KV_VALUE_LIMIT_BYTES,
  LONGEST_DELAY_MS,
  MESSAGE_LIMIT_BYTES,
  OBJECT_LIMIT_BYTES,
  REQUEST_LIMIT_BYTES,
} from './lab-defaults.ts';
import { utf8Length } from './utf8.ts';

/** What can be wrong with a key, as `details.problem` of `KEY_INVALID`. */
export type KeyProblem =
  | 'notText'
  | 'empty'
  | 'tooLong'
  /** It begins with `/`. */
  | 'slash'
  | 'backslash'
  /** A part between two slashes is `.` or `..`. */
  | 'dots'
  /** A control character, or half of a surrogate pair. */
  | 'unprintable';

/** What a `Content-Type` header can hold; more is not asked of it, since it may lie anyway. */
export const CONTENT_TYPE = /^[\x20-\x7e]{1,255}$/;
/** How many entries `kv.list` gives at most, when it is not told. */
export const LIST_LIMIT = 1_000;
/** Of a key that is refused, for in a sentence. */
const SHOWN_CHARACTERS = 60;

// Taken before any code of a learner's runs in this realm, if it ever does.
const { parse } = JSON;

/** The part before the dot: `kv` of `kv.put`. */
export function bindingOf(call: StoreOrQueueCall): BindingName {
  return call.op.slice(0, call.op.indexOf('.')) as BindingName;
}

/** @returns null when the call is in order */
export function checkCall(call: BindingCall): BindingFailure | null {
  switch (call.op) {
    case 'kv.get':
    case 'kv.delete':
    case 'bucket.get':
    case 'bucket.delete':
      return checkKey(call.key);
    case 'kv.list':
    case 'bucket.list':
      return checkPrefix(call.prefix);
    case 'kv.put':
      return checkKey(call.key) ?? checkValue(call.key, call.value);
    case 'bucket.put':
      return checkKey(call.key) ?? checkObject(call.key, call.body, call.contentType);
    case 'queue.send':
      return checkMessage(call.body) ?? checkDelay(call.delayMs);
    case 'service.fetch':
      return checkServiceCall(call);
    case 'timer.wait':
      return null;
  }
}

/** For an object that has not been read yet. */
export function checkObjectSize(key: string, bytes: number): BindingFailure | null {
  if (bytes <= OBJECT_LIMIT_BYTES) return null;
  return { code: 'OBJECT_TOO_LARGE', details: { key: shown(key), bytes, limitBytes: OBJECT_LIMIT_BYTES } };
}

/** @param key may be anything: authors write JavaScript */
export function keyProblemOf(key: unknown): KeyProblem | null {
  if (typeof key !== 'string') return 'notText';
  if (key === '') return 'empty';
  if (utf8Length(key, KEY_LIMIT_BYTES) > KEY_LIMIT_BYTES) return 'tooLong';
  if (/\p{Cc}|\p{Cs}/u.test(key)) return 'unprintable';
  if (key.includes('\\')) return 'backslash';
  if (key.startsWith('/')) return 'slash';
  return /(?:^|\/)\.{1,2}(?:\/|$)/.test(key) ? 'dots' : null;
}

export function checkKey(key: unknown): BindingFailure | null {
  return refuseKey(key, keyProblemOf(key));
}

/** What a key can begin with; `''` and `a/..` can, since a key may go on as `a/..b`. */
function checkPrefix(prefix: unknown): BindingFailure | null {
  if (prefix === '') return null;
  const problem = keyProblemOf(prefix);
  const isOpen = problem === 'dots' && keyProblemOf(`${prefix}-`) === null;
  return refuseKey(prefix, isOpen ? null : problem);
}

function refuseKey(key: unknown, problem: KeyProblem | null): BindingFailure | null {
  return problem && { code: 'KEY_INVALID', details: { key: shown(key), problem } };
}

function shown(key: unknown): string {
  // An object may have a `toString` that does what it likes.
  const text = typeof key === 'object' || typeof key === 'function' ? typeof key : String(key);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

function checkValue(key: string, value: string): BindingFailure | null {
  const bytes = utf8Length(value);
  if (bytes > KV_VALUE_LIMIT_BYTES) {
    const details = { key: shown(key), bytes, limitBytes: KV_VALUE_LIMIT_BYTES };
    return { code: 'KV_VALUE_TOO_LARGE', details };
  }
  return isJson(value) ? null : { code: 'VALUE_NOT_JSON' };
}

function checkObject(key: string, body: Uint8Array, contentType: string): BindingFailure | null {
  return (
    checkObjectSize(key, body.byteLength) ??
    (CONTENT_TYPE.test(contentType) ? null : { code: 'BODY_INVALID' })
  );
}

function checkMessage(body: string): BindingFailure | null {
  const bytes = utf8Length(body);
  if (bytes > MESSAGE_LIMIT_BYTES) {
    return { code: 'MESSAGE_TOO_LARGE', details: { bytes, limitBytes: MESSAGE_LIMIT_BYTES } };
  }
  return isJson(body) ? null : { code: 'MESSAGE_NOT_JSON' };
}

function checkDelay(delayMs: number): BindingFailure | null {
  return delayMs >= 0 && delayMs <= LONGEST_DELAY_MS ? null : { code: 'DELAY_INVALID' };
}

function checkServiceCall({ method, url, headers, body }: ServiceCall): BindingFailure | null {
  let bytes = method.length + url.length + (body?.byteLength ?? 0);
  for (const [name, value] of headers) bytes += name.length + value.length;
  if (bytes <= REQUEST_LIMIT_BYTES) return null;
  return { code: 'SERVICE_REQUEST_TOO_LARGE', details: { bytes, limitBytes: REQUEST_LIMIT_BYTES } };
}

export function isJson(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
