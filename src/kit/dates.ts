/** Dates of prices in words: a day, a month or a year, as precisely as it is known. */

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** "2026-09-28" → "28 september 2026"; "2026-08" → "augustus 2026"; "2026" → "2026". */
export function dateInWords(date: string | null): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date ?? '') ?? [];
  if (!year) return 'op een onbekende dag';
  const name = month ? months[Number(month) - 1] : undefined;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
