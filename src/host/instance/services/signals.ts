/** When a function no longer waits for a service: what is asked of its `AbortSignal`. */
import {
  listenTo,
  NativeAbortSignal,
  now,
  signalAny,
  signalTimeout,
  stopListeningTo,
  weakGet,
  weakSet,
} from '../primitives.ts';

/** Until when, on the clock of this realm, each signal of a timeout waits. */
const deadlines = new WeakMap<AbortSignal, number>();

/** @returns what ends the listening */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  listenTo(signal, 'abort', listener);
  return () => stopListeningTo(signal, 'abort', listener);
}

/** @returns in ms; null for a signal without a timeout that `watchTimeouts` has seen */
export function timeLeftMs(signal: AbortSignal): number | null {
  const deadlineMs = weakGet(deadlines, signal);
  return deadlineMs === undefined ? null : Math.max(0, deadlineMs - now());
}

/**
 * Remembers how long each signal of `AbortSignal.timeout()` waits. Where waiting is counted no time passes, so such a
 * signal would never go off: the engine has to know when it would have.
 */
export function watchTimeouts(): void {
  const replace = (name: 'timeout' | 'any', value: unknown) =>
    Object.defineProperty(NativeAbortSignal, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: true,
    });
  replace('timeout', (ms: number) => {
    const signal = signalTimeout(ms);
    weakSet(deadlines, signal, now() + Number(ms));
    return signal;
  });
  replace('any', (signals: Iterable<AbortSignal>) => {
    const all = [...signals];
    return withFirst(signalAny(all), all);
  });
}

function withFirst(signal: AbortSignal, from: readonly AbortSignal[]): AbortSignal {
  for (const one of from) {
    const deadlineMs = weakGet(deadlines, one);
    const known = weakGet(deadlines, signal);
    if (deadlineMs !== undefined && (known === undefined || deadlineMs < known))
      weakSet(deadlines, signal, deadlineMs);
  }
  return signal;
}
