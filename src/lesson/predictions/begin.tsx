/**
 * Makes the predictions of a page live: fetched when the first of them is nearly seen, so that a page carries none of it before. Each
 * is kept on this device, and watches its playground for as long as it waits for an answer.
 */
import { signal } from '@preact/signals';
import { hydrate } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Prediction } from '../../course/schemas/prediction.ts';
import { usePlaygrounds } from '../../playground/index.ts';
import { addPredictions, predictions } from '../../progress/predictions.ts';
import type { Measured } from './measures.ts';
import { PredictCard } from './PredictCard.tsx';
import { isRight } from './verdict.ts';
import { type Hindrance, watch } from './watch.ts';

/** As the server wrote it beside the card. */
export interface Written {
  readonly id: string;
  readonly prediction: Prediction;
  /** What the tariffs say; null when the platform answers. */
  readonly sum: number | null;
}

/** @param root holds places of predictions that are not live yet */
export function beginPredictions(root: ParentNode = document): void {
  for (const place of root.querySelectorAll<HTMLElement>('.predict:not([data-live])')) {
    place.dataset['live'] = '';
    const written = JSON.parse(place.dataset['prediction'] ?? '') as Written;
    hydrate(<LivePrediction {...written} />, place);
  }
}

function LivePrediction({ id, prediction, sum }: Written) {
  const predicted = predictions.value[id];
  const model = usePlaygrounds().get(prediction.function ?? '');
  const isWaiting = predicted !== undefined && predicted.came === null;

  // What answers it stands folded in below (`UntilPredicted.astro`).
  useEffect(() => {
    if (predicted === undefined) return;
    for (const one of document.querySelectorAll<HTMLDetailsElement>(`[data-until="${id}"]`)) one.open = true;
  }, [predicted]);

  function keep(said: number, came: Measured | null, atMs = Date.now()): void {
    const isTrue = came !== null && isRight(prediction, said, came);
    addPredictions({ [id]: { said, came, isRight: isTrue, atMs } });
    hindrances.value = { ...hindrances.peek(), [id]: null };
  }

  useEffect(() => {
    if (!isWaiting || model === undefined) return;
    return watch(
      model,
      prediction,
      (came) => keep(predictions.peek()[id]?.said ?? predicted.said, came),
      (hindrance) => {
        hindrances.value = { ...hindrances.peek(), [id]: hindrance };
      },
    );
  }, [isWaiting, model]);

  return (
    <PredictCard
      id={id}
      prediction={prediction}
      predicted={predicted}
      hindrance={hindrances.value[id] ?? null}
      onSay={(said) => keep(said, sum)}
    />
  );
}

/** By prediction: what kept its last experiment from counting. */
const hindrances = signal<Readonly<Record<string, Hindrance | null>>>({});
