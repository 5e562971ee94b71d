/** One instance, seen from the process: a worker thread and the private port to the runtime in it. */
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  type TransferListItem,
  Worker,
} from 'node:worker_threads';
import type { BindingResult } from '../../contract/bindings.ts';
import type { InvocationSpec } from '../../contract/host.ts';
import { InstanceRecord, type SendReport } from '../common/instance-record.ts';
import { memoryOfInvocation, memoryOfReply } from '../common/transfer.ts';
import type { LoadMessage, ToInstance } from '../instance/protocol.ts';

/** Below this Node cannot even load a module. */
const SMALLEST_HEAP_MB = 64;
/** More than this one instance never needs here; and a container shares the memory of a browser's tab. */
const LARGEST_HEAP_MB = 512;

export class ThreadInstance {
  readonly #record: InstanceRecord;
  #worker: Worker | null = null;
  #port: MessagePort | null = null;

  constructor(instanceId: number, report: SendReport) {
    this.#record = new InstanceRecord({ instanceId, report, stop: () => this.stop() });
  }

  start(workerUrl: URL, load: LoadMessage): void {
    const { port1, port2 } = new MessageChannel();
    this.#record.begin();
    const worker = new Worker(workerUrl, {
      name: load.functionName,
      env: { ...load.env },
      argv: [],
      // Captured, so that nothing of the learner's comes between the lines to the page.
      stdout: true,
      stderr: true,
      stdin: true,
      resourceLimits: {
        maxOldGenerationSizeMb: Math.min(Math.max(load.memoryMb, SMALLEST_HEAP_MB), LARGEST_HEAP_MB),
      },
    });
    this.#worker = worker;
    worker.stdout.resume();
    worker.stderr.resume();
    // Nothing else of the worker itself is listened to: the learner's code can send there too.
    worker.once('error', () => this.#end('INSTANCE_CRASHED'));
    worker.once('exit', () => this.#end('INSTANCE_CLOSED'));
    this.#port = port1;
    port1.on('message', (data: unknown) => this.#record.receive(data));
    worker.postMessage(port2, [port2]);
    this.#send(load);
  }

  invoke(invocation: InvocationSpec): void {
    if (this.#port === null) return;
    this.#record.open(invocation);
    this.#send({ type: 'invoke', ...invocation }, memoryOfInvocation(invocation));
  }

  reply(callId: number, result: BindingResult): void {
    if (!this.#record.closeCall(callId)) return;
    this.#send({ type: 'reply', callId, result }, memoryOfReply(result));
  }

  /** Ends the worker, whatever it is doing. Nothing is reported after this. */
  stop(): void {
    this.#port?.removeAllListeners('message');
    this.#port?.close();
    this.#port = null;
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #end(code: 'INSTANCE_CRASHED' | 'INSTANCE_CLOSED'): void {
    this.#readLastWords();
    if (this.#worker !== null) this.#record.end({ code });
  }

  /** Node may tell that a thread is gone before it delivers what the thread sent: the log of its last moments. */
  #readLastWords(): void {
    while (this.#port !== null) {
      const last = receiveMessageOnPort(this.#port);
      if (last === undefined) return;
      this.#record.receive(last.message);
    }
  }

  #send(message: ToInstance, transfer: TransferListItem[] = []): void {
    this.#port?.postMessage(message, transfer);
  }
}
