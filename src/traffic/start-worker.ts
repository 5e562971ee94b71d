/** Starts the worker that simulates: fetched when a month is asked for, and not before. */

export function startWorker(): Worker {
  return new Worker(new URL('./worker-main.ts', import.meta.url), { type: 'module', name: 'verkeer' });
}
