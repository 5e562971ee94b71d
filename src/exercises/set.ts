/**
 * What a teacher gives out: exercises in an order, and the rules that go with them, in the fragment of a link. What does not fit in
 * a link goes as a file (`.functielab-reeks.json`).
 */
import { LIMIT_BYTES, parseJson, readPacked, toPacked } from '../kit/packed.ts';
import { FINGERPRINT, fingerprintOf } from './fingerprint.ts';
import type { OwnExercise } from './own/own-exercise.ts';
import { isOwn, readOwn, writtenForStudents } from './own/read-own.ts';
import { SET_FRAGMENT, setPartOf } from './set-in-tab.ts';

export interface ExerciseSet {
  readonly title: string;
  /** Names of exercises, in order, each once; those of `own` begin with `eigen-`. */
  readonly exercises: readonly string[];
  /** Of each of `exercises`, in their order, the version that the teacher saw; empty in a set that names none. */
  readonly versions: readonly string[];
  /** Id of a tariff; null is the lab's own. */
  readonly tariff: string | null;
  /** As the teacher words it: "vrijdag, voor de les". */
  readonly deadline: string;
  /** A moment in UTC, to the minute: `2026-12-04T15:30Z`. */
  readonly due: string | null;
  readonly hints: boolean;
  /** What the teacher closed. A page keeps to it, and nobody is watched: who opens the exercise elsewhere has all of it. */
  readonly closed: { readonly solutions: boolean; readonly sharing: boolean };
  /** Of two sets that were made together, and have one title. */
  readonly variant: 'A' | 'B' | null;
  /** Without their solutions. */
  readonly own: readonly OwnExercise[];
}

/** A set without any rule, to be filled in. */
export const PLAIN_SET: Omit<ExerciseSet, 'title' | 'exercises'> = {
  versions: [],
  tariff: null,
  deadline: '',
  due: null,
  hints: true,
  closed: { solutions: false, sharing: false },
  variant: null,
  own: [],
};

export { SET_FRAGMENT } from './set-in-tab.ts';
/** Of a link with a set, in characters: so many fit in a QR code. A longer one is given out as a file. */
export const LONGEST_SET_LINK = 2_900;
export const SET_FILE_ENDING = '.functielab-reeks.json';
const KIND = 'reeks';
const VERSION = 2;
const MOST_EXERCISES = 40;
const LONGEST_TEXT = 200;
const NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/;

export function setFragment(set: ExerciseSet): string {
  return SET_FRAGMENT + toPacked(JSON.stringify(asWritten(set)));
}

/** @param fragment what an address may have after the set is left alone @returns null when there is no whole set in it */
export function readSet(fragment: string): ExerciseSet | null {
  if (!fragment.startsWith(SET_FRAGMENT)) return null;
  return asSet(readPacked(setPartOf(fragment).slice(SET_FRAGMENT.length)));
}

export function setFile(set: ExerciseSet): string {
  return `${JSON.stringify({ functielab: KIND, ...asWritten(set) }, null, 2)}\n`;
}

/** @returns null when it is no such file, or not a whole one */
export function readSetFile(text: string): ExerciseSet | null {
  const value = text.length > LIMIT_BYTES ? null : parseJson(text);
  const { functielab } = (value ?? {}) as Record<string, unknown>;
  return functielab === KIND ? asSet(value) : null;
}

/** Eight hexadecimal digits over what decides a verdict: a hand-in names them. */
export function setMark({ exercises, own, tariff }: ExerciseSet): string {
  return fingerprintOf([exercises, own.map(writtenForStudents), tariff]);
}

function asWritten({
  title,
  exercises,
  versions,
  tariff,
  deadline,
  due,
  hints,
  closed,
  variant,
  own,
}: ExerciseSet) {
  const mine = own.map(writtenForStudents);
  return { v: VERSION, title, exercises, versions, tariff, deadline, due, hints, closed, variant, own: mine };
}

/** @param value anything that JSON can hold: a set of this version, or of the first */
export function asSet(value: unknown): ExerciseSet | null {
  const { v, title, exercises, tariff, deadline, hints, ...more } = (value ?? {}) as Record<string, unknown>;
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST_TEXT;
  const isName = (name: unknown): name is string => typeof name === 'string' && NAME.test(name);
  if (v !== 1 && v !== VERSION) return null;
  if (!isText(title) || !isText(deadline) || typeof hints !== 'boolean') return null;
  if (!Array.isArray(exercises) || exercises.length === 0 || exercises.length > MOST_EXERCISES) return null;
  if (!exercises.every(isName) || new Set(exercises).size !== exercises.length) return null;
  if (tariff !== null && !isName(tariff)) return null;
  const rules = v === 1 ? PLAIN_SET : rulesOf(more, exercises);
  return rules && { ...rules, title, exercises, tariff, deadline, hints };
}

/** What the second version has more than the first. An own exercise that can't be read is left out, and the rest stays. */
function rulesOf(
  { versions, due, closed, variant, own }: Record<string, unknown>,
  exercises: readonly string[],
): typeof PLAIN_SET | null {
  const { solutions, sharing } = (closed ?? {}) as Record<string, unknown>;
  if (typeof solutions !== 'boolean' || typeof sharing !== 'boolean') return null;
  if (due !== null && !isMoment(due)) return null;
  if (variant !== null && variant !== 'A' && variant !== 'B') return null;
  if (!Array.isArray(versions) || !Array.isArray(own)) return null;
  const areVersions = versions.every((one) => typeof one === 'string' && FINGERPRINT.test(one));
  const known = areVersions && versions.length === exercises.length ? versions : [];
  const mine = own.slice(0, MOST_EXERCISES).map(readOwn).filter(isOwn);
  return {
    ...PLAIN_SET,
    versions: known,
    due,
    closed: { solutions, sharing },
    variant,
    own: exercises.flatMap((name) => mine.find((one) => one.name === name) ?? []),
  };
}

function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || !MOMENT.test(value)) return false;
  const at = Date.parse(value);
  // The thirtieth of February is a text like any other, and no day.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value.slice(0, -1));
}
