/** Deadlines as entries of any calendar. */
import { type CalendarEntry, calendarFile as fileOf } from '../../kit/calendar/calendar-file.ts';

export interface CalendarMoment {
  readonly title: string;
  /** In ISO 8601, as a set has it. */
  readonly due: string;
  /** Where one hands in. */
  readonly link: string;
}

/**
 * A moment each, without a length, and a reminder a day before.
 *
 * @param nowMs when the file is made
 */
export function calendarFile(moments: readonly CalendarMoment[], nowMs: number): string {
  const entries = moments.map(
    ({ title, due, link }): CalendarEntry => ({
      uid: `${title} ${due}`,
      title: `Inleveren: ${title}`,
      at: new Date(due),
      isWholeDay: false,
      description: link,
      reminder: `Morgen inleveren: ${title}`,
    }),
  );
  return fileOf('Reeks', entries, nowMs);
}
