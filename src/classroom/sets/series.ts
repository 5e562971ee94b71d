/** The sets of some weeks in one link: a page that lists them, each with a link of its own. */
import { asSet, type ExerciseSet, readSet, setFile } from '../../exercises/set.ts';
import { parseJson, readPacked, toPacked } from '../../kit/packed.ts';

export const MOST_WEEKS = 20;
export const SERIES_FRAGMENT = '#reeksen=';

export function seriesFragment(sets: readonly ExerciseSet[]): string {
  return SERIES_FRAGMENT + toPacked(JSON.stringify(sets.map((set) => parseJson(setFile(set)))));
}

/** @returns those that can be read; null when there are none, or the link is no such one */
export function readSeries(fragment: string): readonly ExerciseSet[] | null {
  if (!fragment.startsWith(SERIES_FRAGMENT)) return null;
  const value = readPacked(fragment.slice(SERIES_FRAGMENT.length));
  if (!Array.isArray(value)) return null;
  const sets = value.slice(0, MOST_WEEKS).flatMap((one: unknown) => asSet(one) ?? []);
  return sets.length === 0 ? null : sets;
}

/** What a teacher pasted: a link, or what stands behind its `#`. @returns null when there is no set in it */
export function setsInLink(text: string): readonly ExerciseSet[] | null {
  const at = text.indexOf('#');
  const fragment = at === -1 ? '' : text.slice(at).trim();
  const one = readSet(fragment);
  return one ? [one] : readSeries(fragment);
}
