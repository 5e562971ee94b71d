/**
 * What goes to a school: everybody of the class with points, totals, marks and remarks, as data. Who is on the list and handed in
 * nothing is in it too. Tables, grade books and pages of feedback are all written from this.
 *
 * This folder writes, and marks nothing. Begin here; only `MarkingPage.tsx` may import its parts.
 */

import type { ExerciseSet } from '../../exercises/set.ts';
import type { MarkedFiles } from '../marking/marking-model.ts';
import { latenessInWords } from '../marking/table/table-order.ts';
import { type Total, totalOf } from '../marking/totals.ts';
import type { Row } from '../marking/whose.ts';
import { remarkInWords } from '../marking/words.ts';
import type { ClassList, ClassMember } from '../reading/class-list.ts';
import { type ClassMatch, type Known, matchClass } from '../reading/match-class.ts';

export interface GradeSheet {
  readonly title: string;
  readonly exercises: MarkedFiles['exercises'];
  readonly people: readonly GradedPerson[];
  /** Of the fresh inputs, with which a verdict can be had again. */
  readonly seed: number;
  readonly marked: MarkedFiles;
}

export interface GradedPerson {
  /** By the class list, else by the learning environment, else as it was typed. */
  readonly name: string;
  /** As the student typed it; empty when nothing of theirs can be read. */
  readonly typed: string;
  /** Of the class list; null when the list has nobody who it is, or there is none. */
  readonly member: ClassMember | null;
  /** In the marking; null for who handed in nothing. */
  readonly row: number | null;
  readonly source: Pick<Row, 'system' | 'number' | 'moment' | 'place'> | null;
  /** One for each exercise; null where it is not marked. */
  readonly points: readonly (number | null)[];
  readonly total: Total;
  /** What the teacher wrote to this student. */
  readonly note: string;
  /** What there is to know before the marks are believed, in words. */
  readonly remarks: readonly string[];
  /** Labels of those with equal work for some exercise. */
  readonly equalTo: readonly string[];
}

const NOBODY: ClassMatch = { members: [], maybe: [], rows: [] };

export const knownOf = ({ person, number, handIn }: Row): Known => ({
  person,
  number,
  names: handIn?.names ?? [],
});

/** @param set that is marked, whose deadline tells who was late; null for none */
export function gradeSheetOf(
  marked: MarkedFiles,
  title: string,
  list: ClassList | null,
  set: ExerciseSet | null = null,
): GradeSheet {
  const match = list === null ? NOBODY : matchClass(list, marked.rows.map(knownOf));
  const people = marked.rows.flatMap((row, at) => {
    const members = match.members[at] ?? [];
    const own: readonly (number | null)[] = members.length > 0 ? members : [null];
    return own.map((member) =>
      personOf(marked, row, at, member === null ? null : (list?.[member] ?? null), set),
    );
  });
  const absent = (list ?? []).flatMap((member, at) => {
    const isThere = (match.rows[at]?.length ?? 0) > 0 || match.maybe.some((all) => all.includes(at));
    return isThere ? [] : [absentOf(marked, member)];
  });
  return { title, exercises: marked.exercises, people: [...people, ...absent], seed: marked.seed, marked };
}

function personOf(
  marked: MarkedFiles,
  row: Row,
  at: number,
  member: ClassMember | null,
  set: ExerciseSet | null,
): GradedPerson {
  const { exercises, marks, rows, remarksOf, totals } = marked;
  const mine = marks[at];
  const equal = new Set(exercises.flatMap(({ name }) => mine?.get(name)?.equalTo ?? []));
  return {
    name: member?.name ?? row.who,
    typed: row.handIn?.name ?? '',
    member,
    row: at,
    source: row,
    points: exercises.map(({ name }) => pointsIn(marked, at, name)),
    total: totals[at] ?? totalOf(row, mine, exercises, marked),
    note: remarksOf.get(row.key) ?? '',
    remarks: [...row.remarks.map(remarkInWords), latenessInWords(row, set) ?? []].flat(),
    equalTo: [...equal].flatMap((other) => rows[other]?.label ?? []),
  };
}

function absentOf(marked: MarkedFiles, member: ClassMember): GradedPerson {
  const work = new Map<string, never>();
  return {
    name: member.name,
    typed: '',
    member,
    row: null,
    source: null,
    points: marked.exercises.map(() => 0),
    total: totalOf({ work }, undefined, marked.exercises, marked),
    note: '',
    remarks: [remarkInWords({ kind: 'NOTHING' })],
    equalTo: [],
  };
}

/** What is not handed in is nothing; what can't be read or is not marked is not known. */
function pointsIn({ rows, marks, exercises }: MarkedFiles, at: number, exercise: string): number | null {
  const mark = marks[at]?.get(exercise);
  const one = exercises.filter(({ name }) => name === exercise);
  const work = rows[at]?.work ?? null;
  if (mark === undefined) return work === null || work.has(exercise) ? null : 0;
  if (mark.results === null) return null;
  return totalOf({ work }, marks[at], one, { weights: new Map(), passMark: 0.5 }).points;
}
