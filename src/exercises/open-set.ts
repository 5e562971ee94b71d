/** The set that is open in this tab: which it is, where each exercise of it stands, and what comes before and after. */

import { exercisePath, setPath, sitePath } from '../course/paths.ts';
import { removeTabText, writeTabText } from '../kit/tab-storage.ts';
import { type ExerciseSet, readSet } from './set.ts';
import { fragmentInTab, SET_FRAGMENT, SET_KEY, setInTab } from './set-in-tab.ts';

/** After the set in an address: it asks for the place where one hands in. */
const HAND_IN = '&lever-in';

export function asksToHandIn(hash: string): boolean {
  return hash.startsWith(SET_FRAGMENT) && hash.endsWith(HAND_IN);
}

export interface OpenSet {
  readonly set: ExerciseSet;
  /** As its link has it: every address in the set carries it, so that another tab knows the set too. */
  readonly fragment: string;
}

/** Keeps it for the pages of this tab that come next. @returns null when there is none, or not a whole one */
export function openSet(): OpenSet | null {
  const fragment = fragmentInTab();
  const set = fragment === null ? null : readSet(fragment);
  if (fragment === null || set === null) return null;
  setInTab.value = set;
  writeTabText(SET_KEY, fragment);
  return { set, fragment };
}

/** The way out. What was made of it stays. */
export function closeSet(): void {
  setInTab.value = null;
  removeTabText(SET_KEY);
}

/** Where the page of an exercise of this set is. */
export function pathInSet(name: string, { set, fragment }: OpenSet): string {
  return set.own.some((one) => one.name === name)
    ? sitePath(`oefeningen/eigen/?naam=${name}${fragment}`)
    : exercisePath(name) + fragment;
}

export interface PlaceInSet {
  /** Counted from one. */
  readonly at: number;
  readonly of: number;
  /** Addresses; null at either end. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly page: string;
  readonly handIn: string;
}

/** @param name of the exercise that is in sight; null between exercises. Null for one that is not in the set, too: then `at` is 0 */
export function placeInSet(open: OpenSet, name: string | null): PlaceInSet {
  const { exercises } = open.set;
  const at = name === null ? -1 : exercises.indexOf(name);
  const path = (index: number) => {
    const one = exercises[index];
    return at === -1 || one === undefined ? null : pathInSet(one, open);
  };
  return {
    at: at + 1,
    of: exercises.length,
    previous: path(at - 1),
    next: path(at + 1),
    page: setPath(open.fragment),
    handIn: setPath(open.fragment + HAND_IN),
  };
}
