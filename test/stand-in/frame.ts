/** The page of the frame: offers the client `build`, as the real service does. */
import { Comlink } from './comlink.ts';
import { buildInstance } from './frame-instance.ts';

const { port1, port2 } = new MessageChannel();
Comlink.expose({ build: buildInstance }, port1);
// Whichever page holds the frame may boot a container, as with the real service; which may is up to its headers.
window.parent.postMessage({ type: 'init' }, '*', [port2]);
