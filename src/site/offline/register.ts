/**
 * Starts the service worker, from every page; kept small for that reason. It downloads nothing before the page
 * has loaded, and asks for the rest of the course at the reader's first touch or key.
 */
import { sitePath } from '../../course/paths.ts';
import { type FromWorker, OUTDATED_EVENT, type ToWorker } from './protocol.ts';

const AGAIN_AFTER_MS = [1_000, 4_000, 16_000, 64_000];

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

  void install(container, base, (registration) => {
    // What stands in for a browser's own method, an extension for one, may answer with nothing.
    if (!hasBegun) tell(registration?.waiting ?? null, { type: 'take-over' });
  });
}

/**
 * What was kept stays kept, so each attempt goes on where the one before was given up: by a network that fell away, or by Firefox,
 * which ends a worker that takes over a minute. A newer build waits for the next page, since there is one that works.
 *
 * @param onFirst is not told of later attempts
 */
async function install(
  container: ServiceWorkerContainer,
  base: string,
  onFirst: (registration: ServiceWorkerRegistration | undefined) => void,
): Promise<void> {
  for (const [attempt, waitMs] of [0, ...AGAIN_AFTER_MS].entries()) {
    await new Promise((next) => setTimeout(next, waitMs));
    // Private windows and full disks refuse; the course then simply needs a network.
    const registration = await container.register(`${base}sw.js`, { scope: base }).catch(() => null);
    if (attempt === 0) {
      if (registration === null) return;
      onFirst(registration);
    }
    if (registration !== null && !(await hasFailed(registration))) return;
  }
}

/** @returns whether the first worker of this site was given up while it installed */
function hasFailed(registration: ServiceWorkerRegistration | undefined): Promise<boolean> {
  if (registration === undefined || registration.active) return Promise.resolve(false);
  const worker = registration.installing;
  // On a busy machine it may be over before this page gets to see it: then nothing at all stands there.
  if (worker === null) return Promise.resolve(registration.waiting === null);
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => resolve(worker.state === 'redundant'), { once: true });
  });
}

function tell(worker: ServiceWorker | null, message: ToWorker): void {
  worker?.postMessage(message);
}
