/**
 * The calls of bindings on their way to the host, and the answers on their way back.
 *
 * All calls of an instance go out in the order in which they were made, as many at once as `call-window.ts` allows;
 * the others wait here. What learner and runtime share can be patched, a `Map` or an `Array` too, and whoever holds
 * what is kept here could answer for the host. So it is kept in plain objects, and no method is called on it.
 */

import type { BindingCall, BindingResult } from '../../../contract/bindings.ts';
import { NativePromise, viewBuffer } from '../primitives.ts';
import type { CallMessage } from '../protocol.ts';
import { createCallWindow } from './call-window.ts';

/** The calls of one invocation. */
export interface Line {
  /**
   * @param call a promise for one of which the bytes are still being read: it keeps its turn
   * @param onSent is told the number under which it goes out
   * @returns what the host answers; rejected with what the promise is rejected with
   */
  ask(call: BindingCall | Promise<BindingCall>, onSent?: (callId: number) => void): Promise<BindingResult>;
  /** @returns null when all that was asked so far has been sent, else a promise of that moment */
  sent(): Promise<void> | null;
}

export interface Calls {
  /** @param invocationId null for module scope */
  line(invocationId: string | null): Line;
  /** Whether some call cannot go out yet, since its bytes are still being read. */
  isReading(): boolean;
  /** Whether a service of the outside world was asked, and has not answered, or a timer runs: mostly something comes after. */
  goesOn(callId: number): boolean;
  /** The host answers. */
  reply(callId: number, result: BindingResult): void;
}

interface Asked {
  readonly invocationId: string | null;
  call: BindingCall | 'reading' | 'failed';
  readonly settle: (result: BindingResult) => void;
  readonly fail: (reason: unknown) => void;
  /** Of this call alone. */
  readonly onGoing: ((callId: number) => void) | undefined;
  isSent: boolean;
  onSent: (() => void) | null;
  /** The one that was asked after it. */
  next: Asked | null;
}

interface Waiting {
  readonly settle: (result: BindingResult) => void;
  readonly goesOn: boolean;
}

export function createCalls(post: (message: CallMessage, transfer: Transferable[]) => void): Calls {
  const window = createCallWindow();
  const waiting: Record<number, Waiting> = Object.create(null);
  let lastId = 0;
  let reading = 0;
  let first: Asked | null = null;
  let last: Asked | null = null;

  function sendWhatFits(): void {
    for (let asked = first; asked !== null; asked = first) {
      const { call, invocationId } = asked;
      if (call === 'reading' || (call !== 'failed' && !window.fits(call))) return;
      first = asked.next;
      if (first === null) last = null;
      if (call !== 'failed') {
        lastId += 1;
        window.open(lastId, call);
        const goesOn = call.op === 'service.fetch' || call.op === 'timer.wait';
        waiting[lastId] = { settle: asked.settle, goesOn };
        post({ type: 'call', invocationId, callId: lastId, call }, transferOf(call));
        asked.onGoing?.(lastId);
      }
      asked.isSent = true;
      asked.onSent?.();
    }
  }

  function line(invocationId: string | null): Line {
    let mine: Asked | null = null;
    return {
      ask: (given, onGoing) =>
        new NativePromise((settle, fail) => {
          const isReading = !('op' in given);
          const call = isReading ? 'reading' : given;
          const common = { isSent: false, onSent: null, next: null };
          const asked: Asked = { invocationId, call, settle, fail, onGoing, ...common };
          if (last === null) first = asked;
          else last.next = asked;
          last = asked;
          mine = asked;
          if (isReading) {
            reading += 1;
            void read(asked, given);
          }
          sendWhatFits();
        }),
      sent() {
        const until = mine;
        if (until === null || until.isSent) return null;
        return new NativePromise((resolve) => {
          until.onSent = resolve;
        });
      },
    };
  }

  async function read(asked: Asked, whole: Promise<BindingCall>): Promise<void> {
    try {
      asked.call = await whole;
    } catch (reason) {
      asked.call = 'failed';
      asked.fail(reason);
    }
    reading -= 1;
    sendWhatFits();
  }

  return {
    line,
    isReading: () => reading > 0,
    goesOn: (callId) => waiting[callId]?.goesOn === true,
    reply(callId, result) {
      const asked = waiting[callId];
      if (asked === undefined) return;
      delete waiting[callId];
      window.close(callId);
      // First, since what waits was asked before what the answer sets off.
      sendWhatFits();
      asked.settle(result);
    },
  };
}

function transferOf(call: BindingCall): Transferable[] {
  const body = call.op === 'bucket.put' || call.op === 'service.fetch' ? call.body : null;
  return body === null ? [] : [viewBuffer(body) as ArrayBuffer];
}
