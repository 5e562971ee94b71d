/**
 * What a host knows of one instance, seen from beside it: what it is doing, since when, and what that comes to.
 *
 * No code of the learner's runs in this realm, so the times that are taken here can't be forged; and of what the
 * instance says nothing is believed that is known here: which invocations are open, and when each began.
 */

import type { Failure } from '../../contract/failure.ts';
import type { InvocationSpec, Report, SettledResult } from '../../contract/host.ts';
import { createCallWindow } from '../instance/bindings/call-window.ts';
import type { CallMessage, FromInstance } from '../instance/protocol.ts';
import { checkMessage } from './check-message.ts';
import { memoryOfCall, memoryOfSettled } from './transfer.ts';

/** @param transfer memory that may move along instead of being copied */
export type SendReport = (report: Report, transfer: Transferable[]) => void;

export interface RecordOptions {
  readonly instanceId: number;
  readonly report: SendReport;
  /** Ends the worker, whatever it is doing; called once, before the report that it ended. */
  readonly stop: () => void;
}

interface Open {
  /** When it was handed over. */
  readonly sinceMs: number;
  readonly isEvent: boolean;
}

export class InstanceRecord {
  readonly #options: RecordOptions;
  /** When the worker was started; null once its module has loaded. */
  #loadingSinceMs: number | null = null;
  /** The invocations that it has. */
  readonly #open = new Map<string, Open>();
  /** Its calls that have no answer yet. */
  readonly #calls = createCallWindow();
  #lastCallId = 0;

  constructor(options: RecordOptions) {
    this.#options = options;
  }

  /** The worker is about to be started. */
  begin(): void {
    this.#loadingSinceMs = performance.now();
  }

  /** The instance is about to be handed an invocation. */
  open(invocation: InvocationSpec): void {
    const isEvent = 'event' in invocation;
    this.#open.set(invocation.invocationId, { sinceMs: performance.now(), isEvent });
  }

  /** A call is about to be answered. @returns false when it needs no answer */
  closeCall(callId: number): boolean {
    return this.#calls.close(callId);
  }

  /** A message of the runtime's, or of whoever got hold of its port. */
  receive(data: unknown): void {
    const atMs = performance.now();
    const message = checkMessage(data);
    if (message === null) this.end({ code: 'INSTANCE_CRASHED' });
    else this.#handle(message, atMs);
  }

  end(failure: Failure, atMs = performance.now()): void {
    const initMs = this.#loadingSinceMs === null ? {} : { initMs: atMs - this.#loadingSinceMs };
    this.#options.stop();
    this.#report({ type: 'ended', instanceId: this.#options.instanceId, failure, ...initMs });
  }

  #report(report: Report, transfer: Transferable[] = []): void {
    this.#options.report(report, transfer);
  }

  #handle(message: FromInstance, atMs: number): void {
    const { instanceId } = this.#options;
    switch (message.type) {
      case 'loaded':
        if (this.#loadingSinceMs === null) break;
        this.#report({ type: 'ready', instanceId, initMs: atMs - this.#loadingSinceMs });
        this.#loadingSinceMs = null;
        break;
      case 'loadFailed':
        if (this.#loadingSinceMs !== null) this.end(message.failure, atMs);
        break;
      case 'answered':
        this.#settle(message.invocationId, { ok: true, response: message.response }, atMs);
        break;
      case 'returned':
        this.#settle(message.invocationId, { ok: true, returned: message.returned }, atMs);
        break;
      case 'failed':
        this.#settle(message.invocationId, { ok: false, failure: message.failure }, atMs);
        break;
      case 'log': {
        const { lines, dropped } = message;
        // The name of an invocation that is not open is no reason to lose the lines.
        const invocationId = this.#ifOpen(message.invocationId);
        this.#report({ type: 'log', instanceId, invocationId, lines, dropped });
        break;
      }
      case 'call':
        this.#call(message);
        break;
      case 'abandoned':
        this.#report({ type: 'abandoned', instanceId, callId: message.callId });
        break;
      case 'waiting':
        this.#report({ type: 'waiting', instanceId, heard: message.heard });
        break;
      case 'closing':
        this.end({ code: 'INSTANCE_CLOSED' }, atMs);
        break;
      default:
        message satisfies never;
    }
  }

  #ifOpen(invocationId: string | null): string | null {
    return invocationId !== null && this.#open.has(invocationId) ? invocationId : null;
  }

  #call({ invocationId, callId, call }: CallMessage): void {
    // The runtime uses a number once, and waits for answers before it sends more than fits.
    if (callId <= this.#lastCallId || !this.#calls.fits(call)) {
      this.end({ code: 'INSTANCE_CRASHED' });
      return;
    }
    this.#lastCallId = callId;
    this.#calls.open(callId, call);
    const { instanceId } = this.#options;
    const report = {
      type: 'call',
      instanceId,
      invocationId: this.#ifOpen(invocationId),
      callId,
      call,
    } as const;
    this.#report(report, memoryOfCall(call));
  }

  #settle(invocationId: string, result: SettledResult, atMs: number): void {
    const open = this.#open.get(invocationId);
    if (open === undefined) return;
    // An event has no answer, a request returns nothing.
    if (!fits(result, open)) {
      this.end({ code: 'INSTANCE_CRASHED' });
      return;
    }
    this.#open.delete(invocationId);
    const { instanceId } = this.#options;
    const durationMs = atMs - open.sinceMs;
    this.#report({ type: 'settled', instanceId, invocationId, durationMs, result }, memoryOfSettled(result));
  }
}

function fits(result: SettledResult, { isEvent }: Open): boolean {
  if (!result.ok) return !isEvent || result.failure.code === 'HANDLER_ERROR';
  return 'returned' in result === isEvent;
}
