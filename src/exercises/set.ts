/** What a teacher gives out: exercises in an order, in the fragment of a link. */
import { readPacked, toPacked } from '../kit/packed.ts';

export interface ExerciseSet {
  readonly title: string;
  /** Names of exercises, in order, each once. */
  readonly exercises: readonly string[];
  /** Id of a tariff; null is the lab's own. */
  readonly tariff: string | null;
  /** As the teacher words it: "vrijdag, voor de les". */
  readonly deadline: string;
  readonly hints: boolean;
}

export const SET_FRAGMENT = '#set=';
const MOST_EXERCISES = 40;
const LONGEST_TEXT = 200;
const NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

export function setFragment({ title, exercises, tariff, deadline, hints }: ExerciseSet): string {
  return SET_FRAGMENT + toPacked(JSON.stringify({ v: 1, title, exercises, tariff, deadline, hints }));
}

/** @returns null when there is no whole set in it */
export function readSet(fragment: string): ExerciseSet | null {
  if (!fragment.startsWith(SET_FRAGMENT)) return null;
  return asSet(readPacked(fragment.slice(SET_FRAGMENT.length)));
}

/** @param value anything that JSON can hold */
export function asSet(value: unknown): ExerciseSet | null {
  const { v, title, exercises, tariff, deadline, hints } = (value ?? {}) as Record<string, unknown>;
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST_TEXT;
  const isName = (name: unknown): name is string => typeof name === 'string' && NAME.test(name);
  if (v !== 1 || !isText(title) || !isText(deadline) || typeof hints !== 'boolean') return null;
  if (!Array.isArray(exercises) || exercises.length === 0 || exercises.length > MOST_EXERCISES) return null;
  if (!exercises.every(isName) || new Set(exercises).size !== exercises.length) return null;
  if (tariff !== null && !isName(tariff)) return null;
  return { title, exercises, tariff, deadline, hints };
}
