/** Moments and days as a file for any calendar: iCalendar, RFC 5545. */

export interface CalendarEntry {
  /** The same entry, fetched twice, is one in a calendar that knows it by this. */
  readonly uid: string;
  readonly title: string;
  /** A moment without a length, or a whole day of the reader's own calendar. */
  readonly at: Date;
  readonly isWholeDay: boolean;
  readonly description: string;
  /** Of a reminder a day before; null for none. */
  readonly reminder: string | null;
}

/** Of a line, in bytes, without its end: RFC 5545, 3.1. */
const LONGEST_LINE = 75;
const END = '\r\n';

/**
 * @param product that made it, as a word: "Reeks"
 * @param nowMs when the file is made
 */
export function calendarFile(product: string, entries: readonly CalendarEntry[], nowMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Functielab//${product}//NL`,
    ...entries.flatMap(({ uid, title, at, isWholeDay, description, reminder }) => [
      'BEGIN:VEVENT',
      `UID:${idOf(uid)}@functielab`,
      `DTSTAMP:${moment(new Date(nowMs))}`,
      isWholeDay ? `DTSTART;VALUE=DATE:${day(at)}` : `DTSTART:${moment(at)}`,
      `SUMMARY:${asText(title)}`,
      `DESCRIPTION:${asText(description)}`,
      ...(reminder === null
        ? []
        : [
            'BEGIN:VALARM',
            'ACTION:DISPLAY',
            'TRIGGER:-P1D',
            `DESCRIPTION:${asText(reminder)}`,
            'END:VALARM',
          ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + END).join('');
}

/** `20261204T153000Z`. */
const moment = (at: Date) => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** `20261204`, where the reader lives. */
function day(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
}

/** RFC 5545, 3.3.11; what is no text to a reader, an old sign of a terminal for example, has no place in it. */
function asText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|[\r\n]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

/** A line that is too long goes on in the next, after a space; no letter is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > LONGEST_LINE) {
      lines.push(current);
      [current, bytes] = [' ', 1];
    }
    current += letter;
    bytes += size;
  }
  return [...lines, current].join(END);
}

/** Letters and digits alone, so that nothing in a title says something to a calendar. */
function idOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
