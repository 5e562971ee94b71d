/** From anything that can be thrown to plain data, whatever its getters do. */
import type { ErrorInfo } from '../../../contract/failure.ts';
import type { ModuleFile } from '../protocol.ts';
import { inspectSafely } from './inspect.ts';
import { parseStack, shorten } from './stack.ts';

const MESSAGE_LIMIT = 4_000;
const NAME_LIMIT = 100;
/** A cause may have a cause; who puts them in a circle must not hang us. */
const CAUSES_LIMIT = 3;

/**
 * @param thrown what was thrown. Something else than an Error gets the name `throw`, since that is all that is
 *   known of it, and its value as message.
 */
export function describeError(thrown: unknown, files: readonly ModuleFile[]): ErrorInfo {
  if (!isErrorLike(thrown))
    return { name: 'throw', message: cut(inspectSafely(thrown), MESSAGE_LIMIT), frames: [] };
  const name = textOf(thrown, 'name') || 'Error';
  const message = textOf(thrown, 'message');
  const heading = message === '' ? name : `${name}: ${message}`;
  return {
    name: cut(name, NAME_LIMIT),
    message: cut(shorten(message + causesOf(thrown), files), MESSAGE_LIMIT),
    frames: parseStack(textOf(thrown, 'stack'), heading, files),
  };
}

/** By what it has, since an error may come from another realm and a `DOMException` is one too. */
function isErrorLike(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof Error || (textOf(value, 'stack') !== '' && textOf(value, 'name') !== '');
}

function causesOf(error: object): string {
  let text = '';
  let effect: unknown = error;
  for (let depth = 0; depth < CAUSES_LIMIT && isErrorLike(effect); depth += 1) {
    const cause = read(effect, 'cause');
    if (cause === undefined) break;
    text += ` (oorzaak: ${isErrorLike(cause) ? `${textOf(cause, 'name')}: ${textOf(cause, 'message')}` : inspectSafely(cause)})`;
    effect = cause;
  }
  return text;
}

function textOf(error: object, key: 'name' | 'message' | 'stack'): string {
  const value = read(error, key);
  return typeof value === 'string' ? value : '';
}

function read(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
