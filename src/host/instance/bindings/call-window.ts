/**
 * How many calls of one instance are under way at once: a loop of them must not fill the memory of the page.
 *
 * The runtime keeps this window: what does not fit waits in the instance's own memory and goes out as answers come
 * in, so a function may ask as much at once as it likes. The host keeps the same window, and ends an instance that
 * goes beyond it, since only somebody else than the runtime can have sent that.
 */
import type { BindingCall } from '../../../contract/bindings.ts';

const CALLS_LIMIT = 256;
const BYTES_LIMIT = 64 * 1024 * 1024;
/** What an answer may hold is not known beforehand, so a call that can get a lot counts as much as this. */
const ANSWER_BYTES = 4 * 1024 * 1024;

export interface CallWindow {
  /** One call always fits when nothing is under way. */
  fits(call: BindingCall): boolean;
  /** The call goes out. */
  open(callId: number, call: BindingCall): void;
  /** @returns false when no such call is under way */
  close(callId: number): boolean;
}

export function createCallWindow(): CallWindow {
  // Not a Map: in an instance its methods may be the learner's.
  const weights: Record<number, number> = Object.create(null);
  let calls = 0;
  let bytes = 0;
  return {
    fits: (call) => calls < CALLS_LIMIT && (calls === 0 || bytes + weigh(call) <= BYTES_LIMIT),
    open(callId, call) {
      const weight = weigh(call);
      weights[callId] = weight;
      calls += 1;
      bytes += weight;
    },
    close(callId) {
      const weight = weights[callId];
      if (weight === undefined) return false;
      delete weights[callId];
      calls -= 1;
      bytes -= weight;
      return true;
    },
  };
}

function weigh(call: BindingCall): number {
  switch (call.op) {
    case 'kv.put':
      return call.value.length;
    case 'bucket.put':
      return call.body.byteLength;
    case 'queue.send':
      return call.body.length;
    case 'service.fetch':
      return call.body?.byteLength ?? 0;
    case 'bucket.get':
    case 'kv.list':
      return ANSWER_BYTES;
    default:
      return 0;
  }
}
