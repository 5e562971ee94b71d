/** What a handler gets beside its request or event. */

import type { Context } from '../../contract/context.ts';
import type { Line } from './bindings/calls.ts';
import { createBindings } from './bindings/make-bindings.ts';
import { now } from './primitives.ts';
import type { InvokeMessage, LoadMessage } from './protocol.ts';

type Bindings = ReturnType<typeof createBindings>;
type Loaded = Pick<LoadMessage, 'functionName' | 'memoryMb' | 'timeoutMs'>;

/** The facts are its own; the bindings are made when they are first asked for, which most invocations never do. */
class InvocationContext implements Context {
  readonly functionName: string;
  readonly invocationId: string;
  readonly memoryMb: number;
  readonly coldStart: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly attempt: number;
  readonly remainingMs: () => number;
  readonly #line: Line;
  #bindings: Bindings | null = null;

  constructor(message: InvokeMessage, loaded: Loaded, env: Context['env'], beganAtMs: number, line: Line) {
    this.functionName = loaded.functionName;
    this.invocationId = message.invocationId;
    this.memoryMb = loaded.memoryMb;
    this.coldStart = message.isCold;
    this.env = env;
    this.params = 'params' in message ? freeze({ ...message.params }) : NO_PARAMS;
    this.attempt = message.attempt;
    const { timeoutMs } = loaded;
    this.remainingMs = () => max(0, timeoutMs - (now() - beganAtMs));
    this.#line = line;
    freeze(this);
  }

  get kv(): Context['kv'] {
    return this.#made().kv;
  }

  get bucket(): Context['bucket'] {
    return this.#made().bucket;
  }

  get queue(): Context['queue'] {
    return this.#made().queue;
  }

  #made(): Bindings {
    this.#bindings ??= createBindings(this.#line);
    return this.#bindings;
  }
}

const { freeze } = Object;
const { max } = Math;
const NO_PARAMS: Context['params'] = freeze({});
freeze(InvocationContext.prototype);
// Minifying renames a class, and a context ends up in logs.
Object.defineProperty(InvocationContext, 'name', { value: 'Context' });

/** @param env frozen: what one invocation changes, the next must not find */
export function makeContext(
  message: InvokeMessage,
  loaded: Loaded,
  env: Context['env'],
  beganAtMs: number,
  line: Line,
): Context {
  return new InvocationContext(message, loaded, env, beganAtMs, line);
}
