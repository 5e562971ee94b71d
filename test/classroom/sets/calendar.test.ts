/** A file for any calendar: RFC 5545, read back by its own rules. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarFile } from '../../../src/classroom/sets/calendar.ts';

const NOW = Date.parse('2026-11-29T19:00:00Z');
const LINK = 'https://les.test/opdracht/#set=abc';

/** Lines as RFC 5545, 3.1 unfolds them. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);

test('a moment is an event without a length, in UTC, with a reminder the day before', () => {
  const file = calendarFile([{ title: 'Week 3; les 2, deel\\1', due: '2026-12-04T15:30Z', link: LINK }], NOW);
  expect(unfolded(file)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Functielab//Reeks//NL',
    'BEGIN:VEVENT',
    expect.stringMatching(/^UID:[0-9a-f]+@functielab$/),
    'DTSTAMP:20261129T190000Z',
    'DTSTART:20261204T153000Z',
    'SUMMARY:Inleveren: Week 3\\; les 2\\, deel\\\\1',
    `DESCRIPTION:${LINK}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-P1D',
    'DESCRIPTION:Morgen inleveren: Week 3\\; les 2\\, deel\\\\1',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
});

test('whatever the title is: lines of at most 75 bytes that end as they should, and the title in one of them', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(text, (title) => {
      const file = calendarFile([{ title, due: '2026-12-04T15:30Z', link: LINK }], NOW);
      expect(file.endsWith('\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const lines = unfolded(file);
      expect(lines).toHaveLength(16);
      const said = lines[7]?.replaceAll(/\\(n|.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));
      expect(said).toBe(
        `SUMMARY:Inleveren: ${title.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '')}`,
      );
    }),
  );
});

test('moments of one title are entries apart; the same once more is the same entry', () => {
  const uids = (...dues: readonly string[]) =>
    unfolded(
      calendarFile(
        dues.map((due) => ({ title: 'Klas', due, link: LINK })),
        NOW,
      ),
    ).filter((line) => line.startsWith('UID:'));
  const [first, second] = uids('2026-12-04T15:30Z', '2026-12-11T15:30Z');
  expect(first).not.toBe(second);
  expect(uids('2026-12-04T15:30Z')).toEqual([first]);
});
