/** One instance, seen from the frame: a worker, the private port to its runtime, and the times of what it does. */
import type { InvocationSpec, Report } from '../contract.ts';
import type { Failure } from '../failure.ts';
import type { FromInstance, LoadMessage, ToInstance } from '../instance/protocol.ts';
import { checkMessage } from './check.ts';

type SendReport = (report: Report, transfer: Transferable[]) => void;

export class WorkerInstance {
  readonly #instanceId: number;
  readonly #report: SendReport;
  #worker: Worker | null = null;
  #port: MessagePort | null = null;
  /** When the worker was started; null once its module has loaded. */
  #loadingSinceMs: number | null = null;
  /** The invocations that it has, with the moment at which each was handed over. */
  readonly #openSinceMs = new Map<string, number>();

  constructor(instanceId: number, report: SendReport) {
    this.#instanceId = instanceId;
    this.#report = report;
  }

  start(workerUrl: string, load: LoadMessage): void {
    const { port1, port2 } = new MessageChannel();
    this.#loadingSinceMs = performance.now();
    try {
      this.#worker = new Worker(workerUrl, { name: load.functionName });
    } catch {
      this.#end({ code: 'HOST_UNAVAILABLE' });
      return;
    }
    // Nothing else of the worker itself is listened to: the learner's code can send there too.
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#end({ code: 'INSTANCE_CRASHED' });
    };
    this.#port = port1;
    port1.onmessage = (event) => this.#receive(event.data, performance.now());
    this.#worker.postMessage(null, [port2]);
    this.#send(load);
  }

  invoke({ invocationId, isCold, request }: InvocationSpec): void {
    if (this.#port === null) return;
    const transfer: Transferable[] = request.body?.buffer instanceof ArrayBuffer ? [request.body.buffer] : [];
    this.#openSinceMs.set(invocationId, performance.now());
    this.#send({ type: 'invoke', invocationId, isCold, request }, transfer);
  }

  /** Whatever the worker is doing. Nothing is reported after this. */
  stop(): void {
    if (this.#port !== null) this.#port.onmessage = null;
    this.#port?.close();
    this.#port = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #send(message: ToInstance, transfer: Transferable[] = []): void {
    this.#port?.postMessage(message, transfer);
  }

  #receive(data: unknown, atMs: number): void {
    const message = checkMessage(data);
    if (message === null) this.#end({ code: 'INSTANCE_CRASHED' });
    else this.#handle(message, atMs);
  }

  #handle(message: FromInstance, atMs: number): void {
    const instanceId = this.#instanceId;
    switch (message.type) {
      case 'loaded':
        if (this.#loadingSinceMs === null) break;
        this.#report({ type: 'ready', instanceId, initMs: atMs - this.#loadingSinceMs }, []);
        this.#loadingSinceMs = null;
        break;
      case 'loadFailed':
        if (this.#loadingSinceMs !== null) this.#end(message.failure, atMs);
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
        this.#report({ type: 'log', instanceId, invocationId, lines, dropped }, []);
        break;
      }
      case 'closing':
        this.#end({ code: 'INSTANCE_CLOSED' }, atMs);
        break;
      default:
        message satisfies never;
    }
  }

  #settle(invocationId: string, result: Extract<Report, { type: 'settled' }>['result'], atMs: number): void {
    const sinceMs = this.#openSinceMs.get(invocationId);
    if (sinceMs === undefined) return;
    this.#openSinceMs.delete(invocationId);
    const buffer = result.ok ? result.response.body.buffer : null;
    const transfer = buffer instanceof ArrayBuffer ? [buffer] : [];
    const durationMs = atMs - sinceMs;
    this.#report(
      { type: 'settled', instanceId: this.#instanceId, invocationId, durationMs, result },
      transfer,
    );
  }

  #end(failure: Failure, atMs = performance.now()): void {
    const initMs = this.#loadingSinceMs === null ? {} : { initMs: atMs - this.#loadingSinceMs };
    this.stop();
    this.#report({ type: 'ended', instanceId: this.#instanceId, failure, ...initMs }, []);
  }
}
