/** The playgrounds on this page by the name of their function or program, for parts that compare them. */
import { type Signal, signal } from '@preact/signals';
import type { Playground } from './playground.ts';
import type { Program } from './program-run.ts';

export const playgrounds = signal<ReadonlyMap<string, Playground>>(new Map());

export const programs = signal<ReadonlyMap<string, Program>>(new Map());

/** @returns what takes it off the list again. */
export function register(model: Playground): () => void {
  return enter(playgrounds, model);
}

/** @returns what takes it off the list again. */
export function registerProgram(model: Program): () => void {
  return enter(programs, model);
}

function enter<Model extends { readonly sample: { readonly name: string } }>(
  list: Signal<ReadonlyMap<string, Model>>,
  model: Model,
): () => void {
  const { name } = model.sample;
  list.value = new Map(list.peek()).set(name, model);
  return () => {
    const rest = new Map(list.peek());
    if (rest.get(name) === model) rest.delete(name);
    list.value = rest;
  };
}
