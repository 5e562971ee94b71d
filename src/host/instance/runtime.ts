/** Loads the learner's module and serves invocations with it. Knows nothing of the kind of worker around it. */

import type { CloudEvent, Context } from '../../contract/context.ts';
import type { LogLevel } from '../../contract/data.ts';
import type { Failure } from '../../contract/failure.ts';
import { RETURNED_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import { utf8Length } from '../../contract/utf8.ts';
import { BindingError } from './bindings/binding-error.ts';
import { createCalls, type Line } from './bindings/calls.ts';
import { createFreezer, FROZEN_WORDS } from './freeze.ts';
import { forgottenAwaitInWords, kindOf, readResponse } from './http/read-response.ts';
import { FunctionRequest, makeRequest } from './http/request.ts';
import { FunctionResponse } from './http/response.ts';
import { createConsole } from './log/console.ts';
import { createFormat, errorText } from './log/format.ts';
import { Log } from './log/log.ts';
import { describeError } from './log/thrown.ts';
import { makeContext } from './make-context.ts';
import { now, stringify } from './primitives.ts';
import {
  type FromInstance,
  type InvokeMessage,
  type LoadMessage,
  type ModuleFile,
  type ToInstance,
  WORTH_MOVING_BYTES,
} from './protocol.ts';
import { RefusalError, replaceEverywhere } from './refuse.ts';
import { countTimers } from './services/counted-timers.ts';
import { createPlayedFetch, type Fetch } from './services/played-fetch.ts';
import { createRest, type Rest } from './services/rest.ts';
import { watchTimeouts } from './services/signals.ts';

/** What the worker around the runtime gives it, taken before the learner's module loads. */
export interface InstanceWorld {
  /** The global object of the worker. */
  readonly scope: object;
  /** @param transfer memory that moves along instead of being copied */
  post(message: FromInstance, transfer: Transferable[]): void;
  import(url: string): Promise<unknown>;
  /** Whether there is a network beside what the platform plays. */
  readonly hasNetwork: boolean;
}

/** What the worker around the runtime tells it. */
export interface Instance {
  receive(message: ToInstance): void;
  /** An error that nobody caught, in a timer or a forgotten promise. It is logged; the instance lives on. */
  onUncaught(error: unknown): void;
  /** A line that the function wrote past its console, where there is such a way. */
  onOutput(level: LogLevel, line: string): void;
  /** The function ends its own instance. */
  onClose(): void;
}

type Handler = (asked: Request | CloudEvent, context: Context) => unknown;

export function startInstance(world: InstanceWorld): Instance {
  const { post, scope } = world;
  let files: readonly ModuleFile[] = [];
  let start: LoadMessage | null = null;
  let env: Context['env'] = {};
  let handler: Handler | null = null;
  // Not a Set: its methods may be the learner's, and to one invocation the name of another is none of its business.
  const open: Record<string, Line> = Object.create(null);
  let opened = 0;
  let hasAnswered = false;
  let hasToldFrozen = false;
  const log = new Log((invocationId, lines, dropped) =>
    post({ type: 'log', invocationId, lines, dropped }, []),
  );

  // Module scope goes on until it is done: only who waits for an invocation stands still.
  const freezer = createFreezer(
    scope,
    () => hasAnswered && opened === 0,
    () => {
      if (hasToldFrozen) return;
      hasToldFrozen = true;
      log.add('warn', () => FROZEN_WORDS);
    },
  );
  let rest: Rest | null = null;
  const calls = createCalls((message, transfer) => {
    post(message, transfer);
    rest?.stirred();
  });
  const ofModule = calls.line(null);
  const format = createFormat(() => files);
  const here = () => errorText(new Error('here'), files).replace('Error: here', '');
  const methods = createConsole(log, format, here);
  for (const name of Object.keys(methods)) {
    const value = methods[name];
    Object.defineProperty(console, name, { value, writable: true, configurable: true, enumerable: true });
  }
  const global = { writable: true, configurable: true, enumerable: false };
  Object.defineProperty(scope, 'Request', { ...global, value: FunctionRequest });
  Object.defineProperty(scope, 'Response', { ...global, value: FunctionResponse });

  const failed = (code: 'HANDLER_ERROR' | 'INIT_ERROR', thrown: unknown): Failure => {
    const error = describeError(thrown, files);
    return thrown instanceof RefusalError || thrown instanceof BindingError
      ? { code, error, details: { refused: thrown.code } }
      : { code, error };
  };

  /** The services of the outside world, as long as the function puts nothing of its own in the place of `fetch`. */
  function play({ names, isWaitingCounted }: NonNullable<LoadMessage['services']>): void {
    const line = () => open[onlyOpen() ?? ''] ?? ofModule;
    const abandon = (callId: number) => post({ type: 'abandoned', callId }, []);
    const value = createPlayedFetch({
      names,
      line,
      abandon,
      network: world.hasNetwork ? (Reflect.get(scope, 'fetch') as Fetch) : null,
    });
    replaceEverywhere(scope, 'fetch', { value, writable: true });
    if (!isWaitingCounted) return;
    watchTimeouts();
    countTimers(scope, line, abandon);
    rest = createRest((message) => post(message, []), calls.isReading);
    rest.stirred();
  }

  async function load(message: LoadMessage): Promise<void> {
    start = message;
    if (message.services !== undefined) play(message.services);
    files = message.files;
    env = Object.freeze({ ...message.env });
    const file = message.entry;
    let answer: FromInstance;
    try {
      const found = defaultOf(await world.import(message.entryUrl));
      if (isHandler(found)) {
        handler = found;
        answer = { type: 'loaded' };
      } else if (found === missing) {
        answer = { type: 'loadFailed', failure: { code: 'NO_DEFAULT_EXPORT', details: { file } } };
      } else {
        const details = { file, got: kindOf(found) };
        answer = { type: 'loadFailed', failure: { code: 'DEFAULT_NOT_FUNCTION', details } };
      }
    } catch (thrown) {
      answer = { type: 'loadFailed', failure: failed('INIT_ERROR', thrown) };
    }
    log.startPart(null);
    post(answer, []);
  }

  async function serve(message: InvokeMessage, handle: Handler, loaded: LoadMessage): Promise<void> {
    const { invocationId } = message;
    const beganAtMs = now();
    const line = calls.line(invocationId);
    open[invocationId] = line;
    opened += 1;
    freezer.thaw();
    log.startPart(onlyOpen());
    let answer: FromInstance;
    let transfer: Transferable[] = [];
    try {
      const context = makeContext(message, loaded, env, beganAtMs, line);
      if ('event' in message) {
        const returned = await handle(message.event, context);
        answer = { type: 'returned', invocationId, returned: jsonOf(returned) };
      } else {
        const read = await readResponse(await handle(makeRequest(message.request), context));
        if (read.ok) {
          answer = { type: 'answered', invocationId, response: read.response };
          const { forgottenAwait } = read;
          if (forgottenAwait !== null) log.add('warn', () => forgottenAwaitInWords(forgottenAwait));
          const { buffer } = read.response.body;
          if (buffer.byteLength >= WORTH_MOVING_BYTES) transfer = [buffer as ArrayBuffer];
        } else {
          answer = { type: 'failed', invocationId, failure: read.failure };
        }
      }
    } catch (thrown) {
      answer = { type: 'failed', invocationId, failure: failed('HANDLER_ERROR', thrown) };
    }
    // What nobody waited for is still part of the invocation, and goes before its end.
    await line.sent();
    delete open[invocationId];
    opened -= 1;
    hasAnswered = true;
    // Before the answer: the host closes the invocation with it.
    log.startPart(onlyOpen());
    post(answer, transfer);
  }

  /** With several invocations at once a line belongs to the instance. */
  function onlyOpen(): string | null {
    if (opened === 1) for (const id in open) return id;
    return null;
  }

  return {
    receive(message) {
      if (message.type === 'load') {
        void load(message);
        return;
      }
      rest?.heard();
      if (message.type === 'reply') {
        const { callId, result } = message;
        // A write that nobody waits for is done, and mostly nothing comes after it; after a service it mostly does.
        freezer.run(() => calls.reply(callId, result), calls.goesOn(callId));
      } else if (handler !== null && start !== null) void serve(message, handler, start);
    },
    onUncaught(error) {
      log.add('error', () => `Niet opgevangen: ${errorText(error, files)}`);
    },
    onOutput(level, line) {
      log.add(level, () => line);
    },
    onClose() {
      log.flush();
      post({ type: 'closing' }, []);
    },
  };
}

/** @returns null for what JSON can't hold, and for what is too long */
function jsonOf(returned: unknown): string | null {
  try {
    const text = stringify(returned);
    return text !== undefined && utf8Length(text, RETURNED_LIMIT_BYTES) <= RETURNED_LIMIT_BYTES ? text : null;
  } catch {
    return null;
  }
}

const missing = Symbol('no default export');

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : missing;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}
