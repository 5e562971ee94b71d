/** Follows a signal that changes far more often than somebody can read. */
import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** @returns the first new value at once, and those after it at most every `everyMs`; the last one always */
export function useSlowly<Value>(source: ReadonlySignal<Value>, everyMs: number): Value {
  const [shown, setShown] = useState<Value>(() => source.peek());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let shownAtMs = Number.NEGATIVE_INFINITY;
    const show = () => {
      timer = null;
      shownAtMs = performance.now();
      const value = source.peek();
      setShown(() => value);
    };
    const ignore = effect(() => {
      source.value;
      if (timer !== null) return;
      const waitMs = shownAtMs + everyMs - performance.now();
      if (waitMs <= 0) show();
      else timer = setTimeout(show, waitMs);
    });
    return () => {
      ignore();
      if (timer !== null) clearTimeout(timer);
    };
  }, [source, everyMs]);
  return shown;
}
