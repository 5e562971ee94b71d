/**
 * Sees to it that the calls of a playground are kept (`record-calls.ts`), from the first thing that happens in it. Shows nothing, and
 * is short: each lesson carries it too.
 */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Playground } from '../playground/index.ts';

export function KeepCalls({ model }: { readonly model: Playground }) {
  useEffect(() => {
    let keeping: Promise<(() => void) | undefined> | undefined;
    const wait = effect(() => {
      // What can't be fetched is not kept: nobody waits for it.
      if (model.changes.value > 0) {
        keeping ??= import('./record-calls.ts').then(
          (calls) => calls.recordCalls(model),
          () => undefined,
        );
      }
    });
    return () => {
      wait();
      keeping?.then((stop) => stop?.());
    };
  }, [model]);
  return null;
}
