/**
 * Starts the service worker, from every page; kept small for that reason. It downloads nothing before the page
 * has loaded, and asks for the rest of the course at the reader's first touch or key.
 */
import { sitePath } from '../../course/paths.ts';
import { type FromWorker, OUTDATED_EVENT, type ToWorker } from './protocol.ts';

/** Does nothing in development, without https, or where a browser or a frame forbids service workers. */
export function registerOffline(): void {
  if (!import.meta.env.PROD || !isSecureContext) return;
  const container = serviceWorkers();
  if (!container) return;
  if (document.readyState === 'complete') start(container);
  else addEventListener('load', () => start(container), { once: true });
}

function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    // A sandboxed frame without its own origin throws at the mere mention.
    return null;
  }
}

function start(container: ServiceWorkerContainer): void {
  const base = sitePath('');
  const wasControlled = container.controller !== null;
  let hasBegun = false;
  /** A page that came before its worker is not in its control. */
  let worker: ServiceWorker | null = null;

  const begin = () => {
    if (hasBegun) return;
    hasBegun = true;
    container.ready.then(({ active }) => {
      worker = active;
      tell(worker, { type: 'keep-rest' });
    });
  };
  addEventListener('pointerdown', begin, { capture: true, once: true });
  addEventListener('keydown', begin, { capture: true, once: true });

  container.addEventListener('controllerchange', () => {
    if (!wasControlled) return;
    if (hasBegun) document.dispatchEvent(new Event(OUTDATED_EVENT));
    else location.reload();
  });
  container.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'outdated') document.dispatchEvent(new Event(OUTDATED_EVENT));
    // What is asked anew gives the worker time anew.
    else tell(container.controller ?? worker, { type: 'keep-rest' });
  });

  container.register(`${base}sw.js`, { scope: base }).then(
    (registration) => {
      // What stands in for a browser's own method, an extension for one, may answer with nothing.
      if (!hasBegun) tell(registration?.waiting ?? null, { type: 'take-over' });
    },
    // Private windows and full disks refuse; the course then simply needs a network.
    () => undefined,
  );
}

function tell(worker: ServiceWorker | null, message: ToWorker): void {
  worker?.postMessage(message);
}
