/**
 * When a call was, as the logs of each cloud write it: milliseconds since 1970, ISO 8601 with or without its T and its zone,
 * and the American way of Azure's portal. What has no zone is UTC, as all of them say. Anything else is no moment: a log
 * without times is a log all the same.
 */

/** From 2001 to 2286, in milliseconds: a number outside is no moment, or one in another unit. */
const LEAST_MS = 1_000_000_000_000;
const MOST_MS = 9_999_999_999_999;
const ISO = /(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})\d*)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?/;
/** `11/20/2026, 9:12:44.120 AM`. */
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)? (AM|PM)$/;
const MS_PER_MINUTE = 60_000;

/** Names under which a log has the moment of a line, as `azureName` gives them. */
const NAMES = ['timestamp', '@timestamp', 'time', 'timegenerated', 'eventtimestampms', 'eventtimestamp'];

/** Whether a column or a field of that name tells when it was; in any capitals, without a zone behind it. */
export function isMomentName(name: string): boolean {
  return NAMES.includes(name);
}

/**
 * @param value a number of milliseconds, or text with a moment in it
 * @returns milliseconds since 1970; null for what is no moment
 */
export function momentOf(value: unknown): number | null {
  if (typeof value === 'number') return saneOf(value);
  if (typeof value !== 'string') return null;
  const iso = ISO.exec(value);
  if (iso !== null) {
    const [, day = '', time = '', part = '0', , sign = '+', hours = '0', minutes = '0'] = iso;
    const zoneMs = (Number(hours) * 60 + Number(minutes)) * MS_PER_MINUTE;
    return saneOf(utcOf(day, time, part) - (sign === '-' ? -zoneMs : zoneMs));
  }
  if (/^\d{13}$/.test(value)) return saneOf(Number(value));
  const american = AMERICAN.exec(value);
  if (american === null) return null;
  const [, month = '', date = '', year = '', hour = '', minute = '', second = '', part = '0', half] =
    american;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const two = (digits: string) => digits.padStart(2, '0');
  return saneOf(
    utcOf(`${year}-${two(month)}-${two(date)}`, `${two(String(hours))}:${minute}:${second}`, part),
  );
}

/** @param part of a second, its first digits */
function utcOf(day: string, time: string, part: string): number {
  return Date.parse(`${day}T${time}.${part.padEnd(3, '0')}Z`);
}

/** A day or an hour that does not exist has become no number. */
function saneOf(ms: number): number | null {
  return ms >= LEAST_MS && ms <= MOST_MS ? ms : null;
}
