/** What a teacher has to know of one hand-in before its marks are compared with those of others: it was made for something else. */
import { type ExerciseSet, setMark } from '../../exercises/set.ts';
import type { Mark } from './mark.ts';
import type { ExerciseToMark } from './marked-files.ts';
import type { Row } from './whose.ts';

export type Note =
  /** The hand-in names another set than the one in the link, or another version of it. */
  | { readonly kind: 'OTHER_SET'; readonly title: string }
  /** Work at so many exercises that are not among those that are marked. */
  | { readonly kind: 'UNKNOWN_EXERCISES'; readonly exercises: number }
  | { readonly kind: 'OTHER_VERSION' }
  | { readonly kind: 'RAN_AGAIN' }
  | { readonly kind: 'OLD_VERDICT' }
  /** So many checks need the solution, and it is not at hand. */
  | { readonly kind: 'NO_SOLUTION'; readonly checks: number };

/**
 * Of a person.
 *
 * @param set that is marked; null for none: then no hand-in is of another one
 * @param known the exercises that can be marked here: without a set, those of the course and the teacher's own on this device
 */
export function notesOfRow(
  { handIn }: Pick<Row, 'handIn'>,
  set: ExerciseSet | null,
  known: readonly Pick<ExerciseToMark, 'name'>[],
): readonly Note[] {
  const made = handIn?.set ?? null;
  if (set === null) {
    const unknown = [...(handIn?.exercises.keys() ?? [])].filter(
      (made) => !known.some(({ name }) => name === made),
    );
    return unknown.length === 0 ? [] : [{ kind: 'UNKNOWN_EXERCISES', exercises: unknown.length }];
  }
  if (made === null || made.mark === setMark(set)) return [];
  return [{ kind: 'OTHER_SET', title: made.title }];
}

/** Of one exercise of a person. A hand-in that tells no version is of before there were any, and says nothing. */
export function notesOfMark(
  { handIn }: Pick<Row, 'handIn'>,
  { name, version }: Pick<ExerciseToMark, 'name' | 'version'>,
  mark: Mark | null,
): readonly Note[] {
  const notes: Note[] = [];
  const made = handIn?.versions.get(name);
  if (made !== undefined && made !== version) notes.push({ kind: 'OTHER_VERSION' });
  if (mark?.isOld) notes.push({ kind: 'OLD_VERDICT' });
  if (mark?.results?.some(({ ranAgain }) => ranAgain)) notes.push({ kind: 'RAN_AGAIN' });
  const checks = mark?.results?.filter(({ atMarking }) => atMarking).length ?? 0;
  if (checks > 0) notes.push({ kind: 'NO_SOLUTION', checks });
  return notes;
}
