/**
 * The boot script of the sandboxed frame. It keeps the workers, passes messages on, and holds the stopwatch:
 * no code of the learner's runs in this realm, so what is measured here can't be forged.
 */

import { measureClockStepMs } from '../common/clock-step.ts';
import { postAlong } from '../common/transfer.ts';
import workerSource from '../instance/worker-main.ts?inline-script';
import { dataUrl } from './data-url.ts';
import type { FromFrame, ToFrame } from './protocol.ts';
import { WorkerInstance } from './worker-instance.ts';

/** Named, or each stack that the learner prints would hold the whole script as an address. */
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
        instance.start(workerUrl, load);
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

addEventListener('message', function takePort(event) {
  const [port] = event.ports;
  if (event.source !== parent || port === undefined) return;
  removeEventListener('message', takePort);
  serve(port);
});
