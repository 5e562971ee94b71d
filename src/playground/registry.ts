/** The playgrounds on this page by the name of their function, for parts that compare them. */
import { signal } from '@preact/signals';
import type { Playground } from './model.ts';

export const playgrounds = signal<ReadonlyMap<string, Playground>>(new Map());

/** @returns what takes it off the list again. */
export function register(model: Playground): () => void {
  playgrounds.value = new Map(playgrounds.peek()).set(model.sample.name, model);
  return () => {
    const rest = new Map(playgrounds.peek());
    if (rest.get(model.sample.name) === model) rest.delete(model.sample.name);
    playgrounds.value = rest;
  };
}
