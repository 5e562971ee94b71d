/**
 * The boot script of the sandboxed frame. It keeps the workers, passes messages on, and holds the stopwatch:
 * no code of the learner's runs in this realm, so what is measured here can't be forged.
 */

import type { BindingResult } from '../../contract/bindings.ts';
import type { InvocationSpec } from '../../contract/host.ts';
import { measureClockStepMs } from '../common/clock-step.ts';
import { InstanceRecord, type SendReport } from '../common/instance-record.ts';
import { memoryOfInvocation, memoryOfReply, postAlong } from '../common/transfer.ts';
import type { LoadMessage, ToInstance } from '../instance/protocol.ts';
import workerSource from '../instance/worker-main.ts?inline-script';
import { readBlobsFor } from './blob-reader.ts';
import { dataUrl } from './data-url.ts';
import type { FromFrame, ToFrame } from './protocol.ts';

/** The boot script of each worker. It has a name, or each stack that the learner prints would hold all of it as an address. */
const workerUrl = dataUrl(`${workerSource}\n//# sourceURL=functielab:/runtime`);

function serve(page: MessagePort): void {
  const instances = new Map<number, WorkerInstance>();
  const send = (message: FromFrame, transfer: Transferable[] = []) => postAlong(page, message, transfer);

  page.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    switch (data.type) {
      case 'start': {
        const { instanceId, load } = data;
        const instance = new WorkerInstance(instanceId, (report, transfer) => {
          if (report.type === 'ended') instances.delete(instanceId);
          send(report, transfer);
        });
        instances.set(instanceId, instance);
        instance.start(load);
        break;
      }
      case 'invoke':
        instances.get(data.instanceId)?.invoke(data.invocation);
        break;
      case 'reply':
        instances.get(data.instanceId)?.reply(data.callId, data.result);
        break;
      case 'kill':
        instances.get(data.instanceId)?.stop();
        instances.delete(data.instanceId);
        break;
      case 'ping':
        send({ type: 'pong' });
        break;
      default:
        data satisfies never;
    }
  };
  send({ type: 'booted' });
  // Behind the messages that wait already, since it keeps this thread for a few steps of the clock.
  setTimeout(() => send({ type: 'clock', stepMs: measureClockStepMs(() => performance.now()) }), 0);
}

/** One instance, seen from the frame: a Web Worker and the private port to the runtime in it. */
class WorkerInstance {
  readonly #record: InstanceRecord;
  #worker: Worker | null = null;
  #port: MessagePort | null = null;

  constructor(instanceId: number, report: SendReport) {
    this.#record = new InstanceRecord({ instanceId, report, stop: () => this.stop() });
  }

  start(load: LoadMessage): void {
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
    const blobs = new MessageChannel();
    readBlobsFor(blobs.port1);
    this.#worker.postMessage(null, [port2, blobs.port2]);
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

addEventListener('message', function takePort(event) {
  const [port] = event.ports;
  if (event.source !== parent || port === undefined) return;
  removeEventListener('message', takePort);
  serve(port);
});
