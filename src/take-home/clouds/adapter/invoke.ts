/**
 * One invocation of the reader's handler: its context, its time limit, and what its bindings ask. Outside the lab nobody can
 * end a handler from beside it: one that takes too long is answered for, and runs on until the provider stops it.
 */
import { bindingOf, checkCall } from '../../../contract/binding-rules.ts';
import type { BindingFailure, BindingResult } from '../../../contract/bindings.ts';
import type { CloudEvent } from '../../../contract/context.ts';
import type { HttpRequestData } from '../../../contract/data.ts';
import { makeRequest } from '../../../host/instance/http/request.ts';
import { makeContext } from '../../../host/instance/make-context.ts';
import type { AnswerCall, CloudFunction } from './cloud-function.ts';

type Message = Parameters<typeof makeContext>[0];

export type Asked =
  | { readonly request: HttpRequestData; readonly params: Readonly<Record<string, string>> }
  | { readonly event: CloudEvent; readonly attempt: number };

export type Came =
  | { readonly type: 'returned'; readonly returned: unknown }
  | { readonly type: 'threw'; readonly thrown: unknown }
  | { readonly type: 'tookTooLong' };

/**
 * @param read reads what the handler returned, inside its time: a body that is streamed is part of the invocation
 * @returns after all that the handler asked of its bindings is done, also what it did not wait for
 */
export async function invoke(
  fn: CloudFunction,
  asked: Asked,
  answer: AnswerCall,
  read: (returned: unknown) => unknown = (returned) => returned,
): Promise<Came> {
  const invocationId = crypto.randomUUID();
  const isCold = !fn.isWarm;
  fn.isWarm = true;
  const message: Message =
    'event' in asked
      ? { type: 'invoke', invocationId, isCold, ...asked }
      : { type: 'invoke', invocationId, isCold, attempt: 1, ...asked };
  const calls = openCalls(fn, answer);
  const loaded = { functionName: fn.name, memoryMb: fn.memoryMb, timeoutMs: fn.timeoutMs };
  const context = makeContext(message, loaded, fn.env, performance.now(), calls.line);
  const handled = (async (): Promise<Came> => {
    try {
      const first = 'event' in asked ? asked.event : makeRequest(asked.request);
      return { type: 'returned', returned: await read(await fn.handler(first, context)) };
    } catch (thrown) {
      return { type: 'threw', thrown };
    }
  })();
  const came = await within(fn.timeoutMs, handled);
  await calls.close();
  return came;
}

async function within(timeoutMs: number, handled: Promise<Came>): Promise<Came> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Came>((resolve) => {
    timer = setTimeout(() => resolve({ type: 'tookTooLong' }), timeoutMs);
  });
  const came = await Promise.race([handled, late]);
  clearTimeout(timer);
  return came;
}

/** What a binding asks is looked at as the engine does it, and then asked of the provider. */
function openCalls(fn: CloudFunction, answer: AnswerCall) {
  const pending = new Set<Promise<BindingResult>>();
  let isOver = false;

  const line: Parameters<typeof makeContext>[4] = {
    async ask(given) {
      // What is still being read when the invocation ends has its turn, so it counts from here.
      const asked = perform(given);
      pending.add(asked);
      try {
        return await asked;
      } finally {
        pending.delete(asked);
      }
    },
    sent: () => null,
  };

  async function perform(given: Parameters<typeof line.ask>[0]): Promise<BindingResult> {
    if (isOver) return refused({ code: 'INVOCATION_OVER' });
    const call = await given;
    if (call.op === 'service.fetch' || call.op === 'timer.wait')
      throw new TypeError('A service is no binding, and a timer is none');
    const binding = bindingOf(call);
    if (!fn.grants.includes(binding)) return refused({ code: 'BINDING_NOT_GRANTED', details: { binding } });
    const failure = checkCall(call);
    return failure === null ? answer(call) : refused(failure);
  }

  return {
    line,
    async close(): Promise<void> {
      isOver = true;
      await Promise.allSettled(pending);
    },
  };
}

function refused(failure: BindingFailure): BindingResult {
  return { ok: false, failure };
}
