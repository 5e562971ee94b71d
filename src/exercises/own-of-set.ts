/** A teacher's own exercise as a set carries it: as data, without its solution. */

export interface OwnExercise {
  readonly v: 1;
  /** Begins with `eigen-`. */
  readonly name: string;
  readonly title: string;
  readonly minutes: number;
}

const NAME = /^eigen-[a-z0-9-]{1,54}$/;
const LONGEST_TITLE = 80;

/** @returns null for what is none; it never throws */
export function readOwnOfSet(value: unknown): OwnExercise | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, name, title, minutes } = value as Record<string, unknown>;
  const isRight =
    v === 1 &&
    typeof name === 'string' &&
    NAME.test(name) &&
    typeof title === 'string' &&
    title.length <= LONGEST_TITLE &&
    typeof minutes === 'number';
  return isRight ? (value as OwnExercise) : null;
}
