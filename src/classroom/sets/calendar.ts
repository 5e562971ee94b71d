/** Deadlines as a file for any calendar: iCalendar, RFC 5545. */

export interface CalendarMoment {
  readonly title: string;
  /** In ISO 8601, as a set has it. */
  readonly due: string;
  /** Where one hands in. */
  readonly link: string;
}

/** Of a line, in bytes, without its end: RFC 5545, 3.1. */
const LONGEST_LINE = 75;
const END = '\r\n';

/**
 * A moment each, without a length, and a reminder a day before.
 *
 * @param nowMs when the file is made
 */
export function calendarFile(moments: readonly CalendarMoment[], nowMs: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Functielab//Reeks//NL',
    ...moments.flatMap(({ title, due, link }) => [
      'BEGIN:VEVENT',
      // The same moment of the same set, fetched twice, is one entry.
      `UID:${uidOf(`${title} ${due}`)}@functielab`,
      `DTSTAMP:${stamp(new Date(nowMs))}`,
      `DTSTART:${stamp(new Date(due))}`,
      `SUMMARY:${asText(`Inleveren: ${title}`)}`,
      `DESCRIPTION:${asText(link)}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-P1D',
      `DESCRIPTION:${asText(`Morgen inleveren: ${title}`)}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + END).join('');
}

/** `20261204T153000Z`. */
function stamp(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
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
function uidOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
