/**
 * The boot script of a worker: all that ties the runtime to a Web Worker in a browser.
 *
 * It runs as a classic script from a `data:` URL, the one way to start that all three browser families accept
 * in an opaque origin, isolated or not, before anything of the learner's.
 */
import { readBlobsBeside } from './blobs.ts';
import { dataOf, postWhole, preventDefault } from './primitives.ts';
import type { ToInstance } from './protocol.ts';
import { refuseWhatSandboxForbids, replaceEverywhere } from './refuse.ts';
import { startInstance } from './runtime.ts';

const close: () => void = globalThis.close.bind(globalThis);
const reasonOf = Object.getOwnPropertyDescriptor(PromiseRejectionEvent.prototype, 'reason')?.get;
const errorOf = Object.getOwnPropertyDescriptor(ErrorEvent.prototype, 'error')?.get;
const { apply } = Reflect;

/** The first message brings the private port, and one to who reads what this worker cannot; whatever comes to the worker itself after that is not read. */
globalThis.onmessage = (first) => {
  globalThis.onmessage = null;
  const [port, blobs] = first.ports;
  if (port === undefined || blobs === undefined) return;

  refuseWhatSandboxForbids(globalThis);
  readBlobsBeside(globalThis, blobs);
  const instance = startInstance({
    scope: globalThis,
    post: (message, transfer) => postWhole(port, message, transfer),
    import: (url) => import(/* @vite-ignore */ url),
    hasNetwork: false,
  });

  const closeWatched = () => {
    instance.onClose();
    close();
  };
  replaceEverywhere(globalThis, 'close', { value: closeWatched, writable: false });
  globalThis.addEventListener('unhandledrejection', (event) => {
    preventDefault(event);
    instance.onUncaught(reasonOf && apply(reasonOf, event, []));
  });
  globalThis.addEventListener('error', (event) => {
    preventDefault(event);
    instance.onUncaught(errorOf && apply(errorOf, event, []));
  });

  port.onmessage = (event) => {
    const message: ToInstance = dataOf(event);
    instance.receive(message);
  };
};
