/** Which rows of the table are shown, and in which order. */
import type { ExerciseSet } from '../../../exercises/set.ts';
import type { MarkedFiles } from '../marked-files.ts';
import { pointsOfMark } from '../totals.ts';
import type { Row } from '../whose.ts';

export type SortedBy = 'arrival' | 'name' | 'total' | 'moment';
export type Shown = 'all' | 'notAllRight' | 'nothing' | 'late';

export interface TableView {
  readonly by: SortedBy;
  readonly isDown: boolean;
  readonly shown: Shown;
}

export const FIRST_VIEW: TableView = { by: 'arrival', isDown: false, shown: 'all' };

/** A second time on the same column turns it around; marks begin with the lowest, since those are looked at first. */
export function sortedBy(view: TableView, by: SortedBy): TableView {
  return { ...view, by, isDown: view.by === by && !view.isDown };
}

/** Places of rows, in the order in which they are shown. */
export function orderOf(marked: MarkedFiles, set: ExerciseSet | null, { by, isDown, shown }: TableView) {
  const places = marked.rows.map((_, at) => at).filter((at) => isShown(marked, set, at, shown));
  const compare = comparing(marked, by);
  const isKnown = (at: number) => hasValue(marked, by, at);
  const sorted = places.filter(isKnown).toSorted((a, b) => compare(a, b) * (isDown ? -1 : 1) || a - b);
  // Who has no mark or no moment stands below, whichever way it is sorted.
  return [...sorted, ...places.filter((at) => !isKnown(at))];
}

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

function comparing(marked: MarkedFiles, by: SortedBy): (a: number, b: number) => number {
  const { rows, totals } = marked;
  switch (by) {
    case 'arrival':
      return (a, b) => a - b;
    case 'name':
      return (a, b) => collator.compare(rows[a]?.label ?? '', rows[b]?.label ?? '');
    case 'total':
      return (a, b) => (totals[a]?.share ?? 0) - (totals[b]?.share ?? 0);
    case 'moment':
      return (a, b) => momentOf(marked, a) - momentOf(marked, b);
  }
}

function hasValue(marked: MarkedFiles, by: SortedBy, at: number): boolean {
  if (by === 'total') return (marked.totals[at]?.share ?? null) !== null;
  return by !== 'moment' || !Number.isNaN(momentOf(marked, at));
}

/** NaN when nothing tells it. */
const momentOf = ({ rows }: MarkedFiles, at: number): number => Date.parse(momentOfRow(rows[at])?.at ?? '');

/** When it was handed in, and whether that is only what the student's own clock says; null when nothing tells it. */
export function momentOfRow(row: Row | undefined): { readonly at: string; readonly isClaim: boolean } | null {
  const at = row?.moment ?? row?.handIn?.madeAt ?? null;
  return at === null ? null : { at, isClaim: row?.moment === null };
}

/**
 * By the learning environment, or by its moment and that of the set: `true`. Where it tells no moment, all that is left is the
 * student's own clock, which nobody sets forward to be late: then it is a `claim`, and makes nobody in time.
 */
export function isLate(row: Row, set: ExerciseSet | null): boolean | 'claim' {
  if (row.remarks.some(({ kind }) => kind === 'LATE')) return true;
  const due = set?.due ?? null;
  const moment = momentOfRow(row);
  if (due === null || moment === null || !(Date.parse(moment.at) > Date.parse(due))) return false;
  return moment.isClaim ? 'claim' : true;
}

/** Besides what the learning environment itself says of it; null for nothing to say. */
export function latenessInWords(row: Row, set: ExerciseSet | null): string | null {
  if (row.remarks.some(({ kind }) => kind === 'LATE')) return null;
  const late = isLate(row, set);
  if (late === 'claim') return 'na de deadline, zegt het bestand';
  return late ? 'na de deadline' : null;
}

function isShown(marked: MarkedFiles, set: ExerciseSet | null, at: number, shown: Shown): boolean {
  const row = marked.rows[at];
  if (row === undefined) return false;
  switch (shown) {
    case 'all':
      return true;
    case 'notAllRight':
      return marked.exercises.some(({ name }) => !isAllRight(marked, at, name));
    case 'nothing':
      return row.work === null || !marked.exercises.some(({ name }) => row.work?.has(name));
    case 'late':
      return isLate(row, set) !== false;
  }
}

function isAllRight({ marks }: MarkedFiles, at: number, exercise: string): boolean {
  const mark = marks[at]?.get(exercise);
  return mark?.results !== null && mark !== undefined && pointsOfMark(mark) === mark.results.length;
}

/** The mean share of each exercise, over those who handed it in and are marked; null where nobody is. */
export function meanShares({ marks, exercises }: MarkedFiles): readonly (number | null)[] {
  return exercises.map(({ name }) => {
    const shares = marks.flatMap((mine) => {
      const mark = mine.get(name);
      const points = mark ? pointsOfMark(mark) : null;
      return mark?.results && points !== null ? [points / Math.max(1, mark.results.length)] : [];
    });
    return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  });
}
