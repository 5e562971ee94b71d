/** Sees to it that the calls of a playground are kept (`record-calls.ts`), from the first thing that happens in it. Shows nothing. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Playground } from '../playground/index.ts';

/** @param model the reader's own version: of a stranger's copy nothing is kept */
export function KeepCalls({ model }: { readonly model: Playground }) {
  useEffect(() => {
    if (model.owner !== 'reader') return;
    let isOver = false;
    let stop = () => {};
    let isFetching = false;
    const wait = effect(() => {
      if (model.changes.value === 0 || isFetching) return;
      isFetching = true;
      import('./record-calls.ts').then(
        ({ recordCalls }) => {
          if (!isOver) stop = recordCalls(model);
        },
        () => {
          // What can't be fetched now is fetched when something happens again.
          isFetching = false;
        },
      );
    });
    return () => {
      isOver = true;
      wait();
      stop();
    };
  }, [model]);
  return null;
}
