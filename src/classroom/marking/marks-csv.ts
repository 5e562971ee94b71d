/** Marks as a table for a spreadsheet. What a student wrote never becomes a formula there. */
import { type CsvCell, csvForPeople } from '../../kit/people-csv.ts';
import type { MarkedExercise, Marks } from './mark.ts';
import { pointsOfMark } from './totals.ts';
import type { Row } from './whose.ts';
import { remarkInWords } from './words.ts';

type Column = MarkedExercise & { readonly checks: readonly unknown[] };

/**
 * A row for everybody: what is not handed in counts for nothing, what is not marked is empty.
 *
 * @param seed of the fresh inputs, with which a verdict can be had again
 */
export function marksCsv(
  rows: readonly Row[],
  exercises: readonly Column[],
  marks: Marks,
  seed: number,
): string {
  const header = [
    'naam',
    'map en bestand',
    'opmerking',
    ...exercises.flatMap(({ name }) => [`${name} goed`, `${name} controles`, `${name} gelijk aan`]),
    'startgetal',
  ];
  const lines = rows.map(({ name: student, work, place, remarks }, at): CsvCell[] => [
    student,
    place,
    remarks.map(remarkInWords).join(', '),
    ...exercises.flatMap(({ name, checks }): CsvCell[] => {
      if (work !== null && !work.has(name)) return [{ decimal: 0 }, { decimal: checks.length }, ''];
      const mark = marks[at]?.get(name);
      const points = mark ? pointsOfMark(mark) : null;
      if (!mark?.results || points === null) return ['', '', ''];
      return [
        { decimal: points },
        { decimal: mark.results.length },
        mark.equalTo.map((other) => rows[other]?.label).join(', '),
      ];
    }),
    { decimal: seed },
  ]);
  return csvForPeople(header, lines);
}
