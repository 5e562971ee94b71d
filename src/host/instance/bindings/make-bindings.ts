/**
 * `context.kv`, `context.bucket` and `context.queue`: a mistake is told at once, the rest is asked of the host.
 *
 * This folder is the bindings as they are inside an instance; the runtime imports it, and the hosts take
 * `call-window.ts` for their end. Begin here, then `calls.ts`: a call on its way to the host and back.
 */
import { checkCall, checkKey, checkObjectSize, LIST_LIMIT } from '../../../contract/binding-rules.ts';
import type { BindingCall, BindingFailure, BindingValues } from '../../../contract/bindings.ts';
import type { Bucket, Condition, Context, Kv, Queue } from '../../../contract/context.ts';
import { isBytes, parse, stringify } from '../primitives.ts';
import { BindingError } from './binding-error.ts';
import { optionWords } from './binding-words.ts';
import type { Line } from './calls.ts';
import { bodyOf, bucketObject, contentTypeOf } from './object-body.ts';

type Op = BindingCall['op'];
type CallOf<Name extends Op> = Extract<BindingCall, { op: Name }>;
/** @param call a promise of one that has been looked at already */
type Ask = <Name extends Op>(call: CallOf<Name> | Promise<CallOf<Name>>) => Promise<BindingValues[Name]>;

const { freeze } = Object;

export function createBindings(line: Line): Pick<Context, 'kv' | 'bucket' | 'queue'> {
  const ask: Ask = async <Name extends Op>(call: CallOf<Name> | Promise<CallOf<Name>>) => {
    const calledAt = new Error();
    if ('op' in call) refuse(checkCall(call));
    const result = await line.ask(call);
    if (!result.ok) throw new BindingError(result.failure, { calledAt });
    return result.value as BindingValues[Name];
  };
  return { kv: kvOf(ask), bucket: bucketOf(ask), queue: queueOf(ask) };
}

function kvOf(ask: Ask): Kv {
  const read = async (key: string) => {
    const entry = await ask<'kv.get'>({ op: 'kv.get', key });
    return entry === null
      ? { value: null, version: null }
      : { value: parse(entry.value), version: entry.version };
  };
  return freeze<Kv>({
    get: async (key) => (await read(key)).value,
    getWithVersion: read,
    async put(key, given, options) {
      const value = jsonOf(given, 'VALUE_NOT_JSON');
      return (await ask<'kv.put'>({ op: 'kv.put', key, value, ...conditionOf(options) })) !== null;
    },
    delete: async (key, options) => ask<'kv.delete'>({ op: 'kv.delete', key, ...conditionOf(options) }),
    async list(prefix = '', options) {
      const entries = await ask<'kv.list'>({ op: 'kv.list', prefix, limit: limitOf(options?.limit) });
      return entries.map(({ key, value, version }) => ({ key, value: parse(value), version }));
    },
  });
}

function bucketOf(ask: Ask): Bucket {
  return freeze<Bucket>({
    async put(key, given, options) {
      const body = bodyOf(given);
      if (body === null) throw new BindingError({ code: 'BODY_INVALID' });
      refuse(checkKey(key) ?? checkObjectSize(key, body.bytes));
      const contentType = contentTypeOf(options?.contentType, body.contentType);
      const callOf = (bytes: Uint8Array) => ({ op: 'bucket.put', key, body: bytes, contentType }) as const;
      const read = body.read();
      return ask<'bucket.put'>(isBytes(read) ? callOf(read) : (async () => callOf(await read))());
    },
    async get(key) {
      const object = await ask<'bucket.get'>({ op: 'bucket.get', key });
      return object && bucketObject(object);
    },
    list: async (prefix = '') => [...(await ask<'bucket.list'>({ op: 'bucket.list', prefix }))],
    delete: async (key) => ask<'bucket.delete'>({ op: 'bucket.delete', key }),
  });
}

function queueOf(ask: Ask): Queue {
  return freeze<Queue>({
    async send(given, options) {
      const body = jsonOf(given, 'MESSAGE_NOT_JSON');
      const delayMs = delayOf(options?.delaySeconds);
      return { messageId: await ask<'queue.send'>({ op: 'queue.send', body, delayMs }) };
    },
  });
}

function refuse(failure: BindingFailure | null): void {
  if (failure !== null) throw new BindingError(failure);
}

function jsonOf(value: unknown, code: 'VALUE_NOT_JSON' | 'MESSAGE_NOT_JSON'): string {
  let text: string | undefined;
  try {
    text = stringify(value);
  } catch (cause) {
    throw new BindingError({ code }, { cause });
  }
  // Nothing at all, a function, a symbol.
  if (text === undefined) throw new BindingError({ code });
  return text;
}

function conditionOf(options: Condition | undefined): Condition {
  const ifVersion = options?.ifVersion;
  if (ifVersion === undefined) return {};
  if (ifVersion !== null && !isCount(ifVersion)) throw new TypeError(optionWords.ifVersion);
  return { ifVersion };
}

function limitOf(limit: number | undefined): number {
  if (limit === undefined) return LIST_LIMIT;
  if (!isCount(limit) || limit === 0) throw new TypeError(optionWords.limit);
  return limit;
}

/** Not a number becomes none, which is refused. */
function delayOf(seconds: number | undefined): number {
  if (seconds === undefined) return 0;
  return typeof seconds === 'number' ? Math.round(seconds * 1_000) : Number.NaN;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
