/** The deadlines of sets as one file for a calendar, with an entry for each. */
import type { ExerciseSet } from '../../exercises/set.ts';
import { fileNameOf, saveFile } from '../../kit/save-file.ts';
import { calendarFile } from './calendar.ts';

/** @param link where these sets are opened */
export function saveDeadlines(sets: readonly ExerciseSet[], link: string): void {
  const moments = sets.flatMap(({ title, due }) => (due === null ? [] : [{ title, due, link }]));
  saveFile(
    `${fileNameOf(sets[0]?.title ?? '', 'reeks')}.ics`,
    calendarFile(moments, Date.now()),
    'text/calendar;charset=utf-8',
  );
}
