/** Marks as a table for a spreadsheet. What a student wrote never becomes a formula there. */
import { pointsOf } from '../exercises/check.ts';
import { type CsvCell, csvForPeople } from '../kit/people-csv.ts';
import type { MarkedExercise, Marks } from './mark.ts';
import type { Row } from './whose.ts';
import { remarkInWords } from './words.ts';

type Column = MarkedExercise & { readonly checks: readonly unknown[] };

/** A row for everybody who handed in, whatever it was: what is not in it counts for nothing, what is not marked is empty. */
export function marksCsv(rows: readonly Row[], exercises: readonly Column[], marks: Marks): string {
  const header = [
    'naam',
    'map en bestand',
    'opmerking',
    ...exercises.flatMap(({ name }) => [`${name} goed`, `${name} controles`, `${name} gelijk aan`]),
  ];
  const lines = rows.map(({ handIn, place, remarks }, student): CsvCell[] => [
    handIn.name,
    place,
    remarks.map(remarkInWords).join(', '),
    ...exercises.flatMap(({ name, checks }): CsvCell[] => {
      if (!handIn.exercises.has(name)) return [{ decimal: 0 }, { decimal: checks.length }, ''];
      const mark = marks[student]?.get(name);
      if (mark === undefined || mark.results === null) return ['', '', ''];
      return [
        { decimal: pointsOf(mark.results) },
        { decimal: mark.results.length },
        mark.equalTo.map((other) => rows[other]?.label).join(', '),
      ];
    }),
  ]);
  return csvForPeople(header, lines);
}
