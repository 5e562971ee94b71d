/** A tape as a file: JSON, in which bytes are base64. Its version says how it is to be read. */
import type { Tape } from './tape.ts';

const KIND = 'opname';
const VERSION = 1;
/** Of a file; a larger one is not read. */
export const MOST_CHARACTERS = 8 * 1024 * 1024;

/** @returns null when it would be too large to be read again */
export function printTape(tape: Tape): string | null {
  const text = JSON.stringify({ functielab: KIND, v: VERSION, ...tape }, withoutBytes);
  return text.length > MOST_CHARACTERS ? null : `${text}\n`;
}

/**
 * What stands in a file that anybody may have written. Its shape is checked; whether its inputs can be, only a replay tells.
 *
 * @returns null when it is no tape of this version, or too large
 */
export function readTape(text: string): Tape | null {
  if (text.length > MOST_CHARACTERS + 1) return null;
  let value: unknown;
  try {
    value = JSON.parse(text, withBytes);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['functielab'] !== KIND || value['v'] !== VERSION) return null;
  const { functielab: _, v: __, ...tape } = value;
  return isTape(tape) ? tape : null;
}

type Fields = Readonly<Record<string, unknown>>;

function isTape(value: Fields): value is Fields & Tape {
  const { maxInstances, codes } = value;
  if (maxInstances !== null && typeof maxInstances !== 'number') return false;
  const holds = (name: string, isRight: (one: Fields) => boolean) => {
    const list = value[name];
    return Array.isArray(list) && list.every((one) => isRecord(one) && isRight(one));
  };
  const isFile = (one: unknown) =>
    isRecord(one) && typeof one['path'] === 'string' && typeof one['text'] === 'string';
  const ofInstance = (one: Fields) => typeof one['instanceId'] === 'number';
  const ofInvocation = ({ invocationId }: Fields) =>
    invocationId === null || typeof invocationId === 'string';
  return (
    Array.isArray(codes) &&
    codes.every((files) => Array.isArray(files) && files.every(isFile)) &&
    holds('inputs', ({ type, atMs }) => typeof type === 'string' && typeof atMs === 'number') &&
    holds('instances', (one) => ofInstance(one) && isRecord(codes[one['code'] as number]?.[0])) &&
    holds('invocations', (one) => ofInstance(one) && isInvocation(one['invocation'])) &&
    holds(
      'calls',
      (one) => ofInstance(one) && ofInvocation(one) && isRecord(one['call']) && isRecord(one['result']),
    ) &&
    holds('results', ({ invocationId, result }) => typeof invocationId === 'string' && isRecord(result)) &&
    holds('logs', (one) => ofInstance(one) && ofInvocation(one) && isLines(one['lines']))
  );
}

function isInvocation(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['invocationId'] === 'string' &&
    (isRecord(value['request']) || isRecord(value['event']))
  );
}

function isLines(value: unknown): boolean {
  return Array.isArray(value) && value.every((line) => isRecord(line) && typeof line['text'] === 'string');
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bytes are an object with this one name; an object of somebody's own that has it gets one sign more. */
const BYTES = '$bytes';
const LIKE_BYTES = /^\$+bytes$/;

function withoutBytes(_name: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: base64(value) };
  const only = onlyNameOf(value);
  return only !== null && LIKE_BYTES.test(only) ? { [`$${only}`]: (value as Fields)[only] } : value;
}

function withBytes(_name: string, value: unknown): unknown {
  const only = onlyNameOf(value);
  if (only === null || !LIKE_BYTES.test(only)) return value;
  const inside = (value as Fields)[only];
  return only === BYTES ? bytesOf(String(inside)) : { [only.slice(1)]: inside };
}

function onlyNameOf(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const names = Object.keys(value);
  return names.length === 1 ? (names[0] ?? null) : null;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** @throws DOMException for what is no base64, which ends the reading */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
