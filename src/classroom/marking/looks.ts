/**
 * How a piece of work looks to whoever compares it with others: known once for each, since telling it takes a parser, and a class has
 * a thousand of them.
 */
import type { SourceFile } from '../../contract/data.ts';
import type { WorkKey } from './equal-work.ts';
import { filesOfWork, keyOfWork, type MarkedExercise } from './mark.ts';

/** @param key of `keyOfWork`. @returns null for the start code that nobody touched */
export type LooksOf = (exercise: MarkedExercise, files: readonly SourceFile[], key: string) => string | null;

/** By white space alone: for as long as the parser is not there. */
export const plainLooks: LooksOf = (exercise, files) => {
  const plain = (all: readonly SourceFile[]) => all.map(({ text }) => text.replaceAll(/\s+/g, '')).join('\0');
  return plain(files) === plain(exercise.files) ? null : `${exercise.name}\0${plain(files)}`;
};

export function rememberingLooks(workKey: WorkKey): LooksOf {
  const known = new Map<string, string | null>();
  return (exercise, files, key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const looks = workKey(exercise, files);
    known.set(key, looks);
    return looks;
  };
}

/** So long at a time may the page be kept from drawing, in ms. */
const AT_A_TIME_MS = 8;

/** Tells them beforehand, a few at a time, so that the page stays fluid. */
export async function tellLooks(
  looksOf: LooksOf,
  exercises: readonly MarkedExercise[],
  all: readonly ReadonlyMap<string, Readonly<Record<string, string>>>[],
): Promise<void> {
  let began = performance.now();
  for (const work of all) {
    for (const exercise of exercises) {
      const code = work.get(exercise.name);
      if (code === undefined) continue;
      const files = filesOfWork(exercise, code);
      looksOf(exercise, files, keyOfWork(exercise.name, files));
      if (performance.now() - began < AT_A_TIME_MS) continue;
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
  }
}
