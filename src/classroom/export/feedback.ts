/**
 * What one student gets back: each check, what was expected and what came of it, what they changed, and what the teacher wrote.
 * Nothing in it comes from another student: neither a name nor who has equal work.
 */
import type { CheckResult } from '../../exercises/check.ts';
import type { Mark } from '../marking/mark.ts';
import type { GradedPerson, GradeSheet } from './grade-sheet.ts';

export interface Feedback {
  readonly title: string;
  readonly name: string;
  /** Folder and file; empty when nothing was handed in. */
  readonly place: string;
  readonly moment: string | null;
  readonly note: string;
  readonly total: GradedPerson['total'];
  readonly exercises: readonly ExerciseFeedback[];
}

export interface ExerciseFeedback {
  readonly title: string;
  /** Null when it was not handed in, or could not be marked. */
  readonly checks: readonly CheckResult[] | null;
  readonly points: number | null;
  readonly of: number;
  readonly isHandedIn: boolean;
  readonly isUntouched: boolean;
  /** Of each file that was changed, what it was and what it became. */
  readonly changes: readonly { readonly path: string; readonly from: string; readonly to: string }[];
}

export function feedbackOf(sheet: GradeSheet, person: GradedPerson): Feedback {
  const { marked, title, exercises } = sheet;
  const marks = person.row === null ? undefined : marked.marks[person.row];
  const work = person.row === null ? null : (marked.rows[person.row]?.work ?? null);
  return {
    title,
    name: person.name,
    place: person.source?.place ?? '',
    moment: person.source?.moment ?? null,
    note: person.note,
    total: person.total,
    exercises: exercises.map(({ name, title: heading, checks, files }, at) => {
      const mark = marks?.get(name);
      return {
        title: heading,
        checks: mark?.results ?? null,
        points: person.points[at] ?? null,
        of: mark?.results?.length ?? checks.length,
        isHandedIn: work?.has(name) ?? false,
        isUntouched: mark?.isUntouched ?? false,
        changes: changesIn(mark, files),
      };
    }),
  };
}

function changesIn(mark: Mark | undefined, start: Mark['files']): ExerciseFeedback['changes'] {
  return (mark?.files ?? []).flatMap(({ path, text }) => {
    const from = start.find((file) => file.path === path)?.text ?? '';
    return from === text ? [] : [{ path, from, to: text }];
  });
}
