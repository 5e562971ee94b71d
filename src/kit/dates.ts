/** Dates of prices in words: a day, a month or a year, as precisely as it is known. */

/** "2026-09-28" → "28 september 2026"; "2026-08" → "augustus 2026"; "2026" → "2026"; "2019-2020" → "2019–2020". */
export function dateInWords(date: string | null): string {
  const years = /^(\d{4})-(\d{4})$/.exec(date ?? '');
  if (years) return `${years[1]}–${years[2]}`;
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?!\d)(?:-(\d{2}))?)?/.exec(date ?? '') ?? [];
  if (!year) return 'op een onbekende dag';
  const known: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) known.month = 'long';
  if (day) known.day = 'numeric';
  return new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))).toLocaleDateString(
    'nl',
    known,
  );
}

/** A moment without a zone, as a clock on the wall had it: "2026-12-04T17:30" → "4 december 2026, 17.30 uur". */
export function momentOfDay(moment: string): string {
  const [day = '', clock = ''] = moment.split('T');
  return `${dateInWords(day)}, ${clock.slice(0, 5).replace(':', '.')} uur`;
}
