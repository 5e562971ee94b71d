/**
 * The playgrounds and programs of this page, for a part that compares them. At first that part knows none, as when it was built:
 * what differs at the first rendering in a browser stays as it was built, so that a button that was disabled would stay so.
 */
import { useOnClient } from '../kit/use-on-client.ts';
import type { Playground } from './model/playground.ts';
import type { Program } from './model/program-run.ts';
import { playgrounds, programs } from './model/registry.ts';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** By the name of their function. */
export function usePlaygrounds(): ReadonlyMap<string, Playground> {
  return useOnClient() ? playgrounds.value : NONE;
}

/** By their own name. */
export function usePrograms(): ReadonlyMap<string, Program> {
  return useOnClient() ? programs.value : NONE;
}
