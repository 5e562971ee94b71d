/**
 * What a host knows of one instance, seen from beside it: what it is doing, since when, and what that comes to.
 *
 * No code of the learner's runs in this realm, so the times that are taken here can't be forged; and of what the
 * instance says nothing is believed that is known here: which invocations are open, and when each began.
 */
import type { Report } from '../contract.ts';
import type { Failure } from '../failure.ts';
import type { FromInstance } from '../instance/protocol.ts';
import { checkMessage } from './check.ts';

/** @param transfer memory that may move along instead of being copied */
export type SendReport = (report: Report, transfer: Transferable[]) => void;

export interface RecordOptions {
  readonly instanceId: number;
  readonly report: SendReport;
  /** Ends the worker, whatever it is doing; called once, before the report that it ended. */
  readonly stop: () => void;
}

export class InstanceRecord {
  readonly #options: RecordOptions;
  /** When the worker was started; null once its module has loaded. */
  #loadingSinceMs: number | null = null;
  /** The invocations that it has, with the moment at which each was handed over. */
  readonly #openSinceMs = new Map<string, number>();

  constructor(options: RecordOptions) {
    this.#options = options;
  }

  /** The worker is about to be started. */
  begin(): void {
    this.#loadingSinceMs = performance.now();
  }

  /** The instance is about to be handed an invocation. */
  open(invocationId: string): void {
    this.#openSinceMs.set(invocationId, performance.now());
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
      case 'failed':
        this.#settle(message.invocationId, { ok: false, failure: message.failure }, atMs);
        break;
      case 'log': {
        const { lines, dropped } = message;
        // The name of an invocation that is not open is no reason to lose the lines.
        const isOpen = message.invocationId !== null && this.#openSinceMs.has(message.invocationId);
        const invocationId = isOpen ? message.invocationId : null;
        this.#report({ type: 'log', instanceId, invocationId, lines, dropped });
        break;
      }
      case 'closing':
        this.end({ code: 'INSTANCE_CLOSED' }, atMs);
        break;
      default:
        message satisfies never;
    }
  }

  #settle(invocationId: string, result: Extract<Report, { type: 'settled' }>['result'], atMs: number): void {
    const sinceMs = this.#openSinceMs.get(invocationId);
    if (sinceMs === undefined) return;
    this.#openSinceMs.delete(invocationId);
    const { instanceId } = this.#options;
    const buffer = result.ok ? result.response.body.buffer : null;
    const transfer = buffer instanceof ArrayBuffer ? [buffer] : [];
    this.#report({ type: 'settled', instanceId, invocationId, durationMs: atMs - sinceMs, result }, transfer);
  }
}
