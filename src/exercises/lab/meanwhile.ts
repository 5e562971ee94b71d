/**
 * Somebody else who writes between the reading and the writing of the code: the lost update, made to happen. Two invocations at
 * once only may meet there; this one always does.
 */
import type { BindingCall, BindingResult, StoreOrQueueCall } from '../../contract/bindings.ts';
import type { Report } from '../../contract/host.ts';
import { readJson } from './read-answers.ts';

/** Who writes how often, and what. */
export interface Overtaking {
  readonly times: number;
  readonly key: string;
  readonly change: (value: unknown) => unknown;
}

export class Meanwhile {
  readonly #perform: (call: StoreOrQueueCall) => BindingResult;
  #plan: Overtaking | null = null;
  #left = 0;

  /** @param perform does it as no invocation: it is on no bill and in no count */
  constructor(perform: (call: StoreOrQueueCall) => BindingResult) {
    this.#perform = perform;
  }

  begin(plan: Overtaking): void {
    this.#plan = plan;
    this.#left = plan.times;
  }

  stop(): void {
    this.#plan = null;
  }

  /** After what the code asked has been done. */
  hear(report: Report): void {
    const plan = this.#plan;
    if (plan === null || this.#left === 0 || report.type !== 'call' || !reads(report.call, plan.key)) return;
    this.#left -= 1;
    const found = this.#perform({ op: 'kv.get', key: plan.key });
    const entry = found.ok ? found.value : null;
    const value =
      typeof entry === 'object' && entry !== null && 'version' in entry
        ? readJson(entry.value, `in kv bij ${plan.key}: een waarde`)
        : null;
    this.#perform({ op: 'kv.put', key: plan.key, value: JSON.stringify(plan.change(value)) });
  }
}

const reads = (call: BindingCall, key: string) =>
  (call.op === 'kv.get' && call.key === key) || (call.op === 'kv.list' && key.startsWith(call.prefix));
