/** Marks as a table for a spreadsheet. What a student wrote never becomes a formula there. */
import { type CsvCell, csvForPeople } from '../kit/people-csv.ts';
import type { HandIn } from './hand-in.ts';
import type { MarkedExercise, Marks } from './mark.ts';

export function marksCsv(
  handIns: readonly HandIn[],
  exercises: readonly MarkedExercise[],
  marks: Marks,
): string {
  const header = [
    'naam',
    ...exercises.flatMap(({ name }) => [`${name} goed`, `${name} controles`, `${name} gelijk aan`]),
  ];
  const rows = handIns.map(({ name }, student): CsvCell[] => [
    name,
    ...exercises.flatMap((exercise): CsvCell[] => {
      const mark = marks[student]?.get(exercise.name);
      if (mark === undefined) return ['', '', ''];
      return [
        { decimal: mark.results.filter(({ isPassed }) => isPassed).length },
        { decimal: mark.results.length },
        mark.equalTo.map((other) => handIns[other]?.name).join(', '),
      ];
    }),
  ]);
  return csvForPeople(header, rows);
}
