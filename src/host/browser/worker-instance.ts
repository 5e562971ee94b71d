/** One instance, seen from the frame: a Web Worker and the private port to the runtime in it. */

import type { BindingResult } from '../../contract/bindings.ts';
import type { InvocationSpec } from '../../contract/host.ts';
import { InstanceRecord, type SendReport } from '../common/instance-record.ts';
import { memoryOfInvocation, memoryOfReply, postAlong } from '../common/transfer.ts';
import type { LoadMessage, ToInstance } from '../instance/protocol.ts';

export class WorkerInstance {
  readonly #record: InstanceRecord;
  #worker: Worker | null = null;
  #port: MessagePort | null = null;

  constructor(instanceId: number, report: SendReport) {
    this.#record = new InstanceRecord({ instanceId, report, stop: () => this.stop() });
  }

  start(workerUrl: string, load: LoadMessage): void {
    const { port1, port2 } = new MessageChannel();
    this.#record.begin();
    try {
      this.#worker = new Worker(workerUrl, { name: load.functionName });
    } catch {
      this.#record.end({ code: 'HOST_UNAVAILABLE' });
      return;
    }
    // Nothing else of the worker itself is listened to: the learner's code can send there too.
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#record.end({ code: 'INSTANCE_CRASHED' });
    };
    this.#port = port1;
    port1.onmessage = (event) => this.#record.receive(event.data);
    this.#worker.postMessage(null, [port2]);
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

  /** Whatever the worker is doing. Nothing is reported after this. */
  stop(): void {
    if (this.#port !== null) this.#port.onmessage = null;
    this.#port?.close();
    this.#port = null;
    this.#worker?.terminate();
    this.#worker = null;
  }

  #send(message: ToInstance, transfer: Transferable[] = []): void {
    if (this.#port !== null) postAlong(this.#port, message, transfer);
  }
}
