/** The same inputs again: what happened follows from them, and from nothing else. */
import type { PlatformEvent } from './events.ts';
import type { Input } from './inputs.ts';
import { createState, type PlatformLimits } from './state.ts';
import { step } from './step.ts';

/**
 * What happened, from the beginning: the same list to the last byte, since each moment, each measured span and each seed of
 * chance comes with an input.
 *
 * @throws PlatformError when these inputs cannot be
 */
export function replay(limits: PlatformLimits, inputs: readonly Input[]): PlatformEvent[] {
  const state = createState(limits);
  return inputs.flatMap((input) => step(state, input).events);
}
