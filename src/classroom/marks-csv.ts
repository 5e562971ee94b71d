/** Marks as a table for a spreadsheet. What a learner wrote never becomes a formula there. */
import Papa from 'papaparse';
import type { HandIn } from './hand-in.ts';
import type { MarkedExercise, Marks } from './mark.ts';

export function marksCsv(
  handIns: readonly HandIn[],
  exercises: readonly MarkedExercise[],
  marks: Marks,
): string {
  const rows = handIns.map(({ name }, learner) => ({
    naam: name,
    ...Object.fromEntries(
      exercises.flatMap((exercise) => {
        const mark = marks[learner]?.get(exercise.name);
        const passed = mark?.results.filter(({ isPassed }) => isPassed).length;
        return [
          [`${exercise.name} goed`, passed ?? ''],
          [`${exercise.name} controles`, mark?.results.length ?? ''],
          [
            `${exercise.name} gelijk aan`,
            mark?.equalTo.map((other) => handIns[other]?.name).join('; ') ?? '',
          ],
        ];
      }),
    ),
  }));
  // A spreadsheet reads a separator of its own country from the byte order mark on.
  return `\uFEFF${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}
