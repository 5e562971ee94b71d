/**
 * The boot script of a worker thread: all that ties the runtime to Node's `worker_threads`.
 *
 * Node is no sandbox: a function can reach files, the network and other threads here. What this file does is for
 * the learner's sake (the same words in the log, the same end of an instance as in a browser), not for safety.
 */
import process from 'node:process';
import { parentPort } from 'node:worker_threads';
import type { LogLevel } from '../../contract/data.ts';
import { type Instance, startInstance, type ToInstance } from '../instance/index.ts';
import { dataOf, postWhole } from '../instance/primitives.ts';
import { refuseWhatSandboxForbids } from '../instance/refuse.ts';

const exit = process.exit.bind(process);

parentPort?.once('message', (port: MessagePort) => {
  refuseWhatSandboxForbids(globalThis, { hasNetwork: true });
  // As in a browser's worker, so that the same file runs here.
  Object.defineProperty(globalThis, 'self', { value: globalThis, configurable: true, writable: true });
  const instance = startInstance({
    scope: globalThis,
    post: (message, transfer) => postWhole(port, message, transfer),
    import: (url) => import(/* @vite-ignore */ url),
    hasNetwork: true,
  });
  logOutput(instance, process.stdout, 'log');
  logOutput(instance, process.stderr, 'error');

  const closeWatched = (): never => {
    instance.onClose();
    return exit();
  };
  Object.defineProperty(process, 'exit', { value: closeWatched });
  Object.defineProperty(globalThis, 'close', { value: closeWatched });
  process.on('uncaughtException', (error) => instance.onUncaught(error));
  process.on('unhandledRejection', (reason) => instance.onUncaught(reason));

  // Not a listener of Node's own kind: Node calls those through `Function.prototype.call`, which may be the learner's.
  port.onmessage = (event) => {
    const message: ToInstance = dataOf(event);
    instance.receive(message);
  };
});

type Write = (chunk: unknown, ...rest: readonly unknown[]) => boolean;

/** What a function writes past its console, to the streams of the process, belongs in its log as well. */
function logOutput(instance: Instance, stream: NodeJS.WriteStream, level: LogLevel): void {
  const decoder = new TextDecoder();
  let pending = '';
  const write: Write = (chunk, ...rest) => {
    pending += typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) instance.onOutput(level, line);
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) queueMicrotask(done as () => void);
    return true;
  };
  Object.defineProperty(stream, 'write', { value: write, configurable: true, writable: true });
}
