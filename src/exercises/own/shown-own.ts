/** What the page of a teacher's own exercise shows: looked at by its title, its task and its playground. */
import { signal } from '@preact/signals';
import type { OwnExercise } from './own-exercise.ts';

/** `nothing` before one is opened; sentences about what can't be read. */
export type ShownOwn = OwnExercise | 'nothing' | { readonly problems: readonly string[] };

export const shownOwn = signal<ShownOwn>('nothing');

export function isShown(shown: ShownOwn): shown is OwnExercise {
  return shown !== 'nothing' && !('problems' in shown);
}
