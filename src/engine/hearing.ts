/**
 * What a host reports, turned into what the platform is told. Of an instance that is gone, or never was, nothing is
 * heard; of the others no more than can be true (`reports.ts`).
 */
import type { BindingCall, BindingResult } from '../contract/bindings.ts';
import type { Report } from '../contract/host.ts';
import type { Input } from '../platform/index.ts';
import type { Caller } from './binding-desk.ts';
import type { Untimed } from './messages/post-office.ts';
import {
  believableCount,
  believableFailure,
  believableLines,
  believableMs,
  believableResult,
  failedOf,
} from './reports.ts';
import { refused } from './stores/index.ts';
import type { Entry } from './types.ts';
import type { LiveInstance, Work } from './work.ts';

export interface HearingOptions {
  readonly work: Work;
  readonly tell: (input: Untimed<Input>) => void;
  readonly append: (entry: Entry) => void;
  readonly nowMs: () => number;
  readonly perform: (call: BindingCall, caller: Caller) => BindingResult;
  readonly reply: (instanceId: number, callId: number, result: BindingResult) => void;
}

type Told<Type extends Report['type']> = Extract<Report, { type: Type }>;

export class Hearing {
  readonly #options: HearingOptions;

  constructor(options: HearingOptions) {
    this.#options = options;
  }

  hear(report: Report): void {
    const live = this.#options.work.live.get(report.instanceId);
    if (live === undefined) return;
    switch (report.type) {
      case 'ready':
        this.#ready(report, live);
        break;
      case 'settled':
        this.#settled(report);
        break;
      case 'ended':
        this.#ended(report, live);
        break;
      case 'log':
        this.#log(report, live);
        break;
      case 'call':
        this.#call(report, live);
        break;
    }
  }

  #ready({ instanceId, initMs: measuredMs }: Told<'ready'>, live: LiveInstance): void {
    const { nowMs, tell } = this.#options;
    const initMs = believableMs(measuredMs, nowMs() - live.startedAtMs);
    if (!live.isReady && initMs !== null) tell({ type: 'ready', instanceId, initMs });
  }

  #settled({ instanceId, invocationId, durationMs: measuredMs, result }: Told<'settled'>): void {
    const { work, nowMs, tell } = this.#options;
    const open = work.running(instanceId, invocationId);
    if (open === null || open.startedAtMs === null) return;
    const durationMs = believableMs(measuredMs, nowMs() - open.startedAtMs);
    if (durationMs === null) return;
    const settlement = believableResult(result, 'event' in open.payload);
    open.settlement = settlement;
    const outcome = settlement.ok ? 'ok' : 'error';
    const failed = settlement.ok && 'returned' in settlement ? failedOf(settlement.returned) : [];
    tell({
      type: 'settled',
      instanceId,
      invocationId,
      durationMs,
      outcome,
      ...(failed.length > 0 && { failed }),
    });
  }

  #ended({ instanceId, failure, initMs: measuredMs }: Told<'ended'>, live: LiveInstance): void {
    const { nowMs, tell } = this.#options;
    live.failure = believableFailure(failure, 'INSTANCE_CRASHED');
    // Without a sandbox nothing of the learner's ran: that is no start to pay for.
    const wasNeverThere = live.failure.code === 'HOST_UNAVAILABLE';
    const initMs = wasNeverThere ? 0 : believableMs(measuredMs, nowMs() - live.startedAtMs);
    if (live.isReady || initMs === null) tell({ type: 'ended', instanceId });
    else tell({ type: 'ended', instanceId, initMs });
  }

  #log(report: Told<'log'>, live: LiveInstance): void {
    const { work, nowMs, append } = this.#options;
    const { instanceId, invocationId } = report;
    const open = work.running(instanceId, invocationId);
    const told = believableLines(report.lines);
    const lines = (open ?? live).logBudget.take(told);
    const dropped = believableCount(report.dropped) + told.length - lines.length;
    if (lines.length === 0 && dropped === 0) return;
    append({
      type: 'log',
      atMs: nowMs(),
      functionName: live.functionName,
      instanceId,
      invocationId: open === null ? null : invocationId,
      lines,
      dropped,
    });
  }

  /** What is written is there before the answer goes out: the instance may die at any moment after. */
  #call({ instanceId, invocationId, callId, call }: Told<'call'>, live: LiveInstance): void {
    const { work, perform, reply } = this.#options;
    const { functionName, grants } = live;
    const isOpen = work.running(instanceId, invocationId) !== null;
    const result = isOpen
      ? perform(call, { functionName, invocationId, grants })
      : refused({ code: 'INVOCATION_OVER' });
    reply(instanceId, callId, result);
  }
}
