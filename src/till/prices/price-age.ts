/** Whether a price was read so long ago that a reader should know. */

/**
 * A year or a month is its first day, a range its earliest, and a day that is not known is old.
 *
 * @param readDate as a tariff has it: `2026-09-28`, `2026-09`, `2026`, `2019-2020` or null
 * @param today a parameter, so that no test and no build changes with time
 */
export function isOld(readDate: string | null, today: Date): boolean {
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(\d{2})(?!\d))?(?:-(\d{2}))?/.exec(readDate ?? '') ?? [];
  if (year === undefined) return true;
  const yearLater = Date.UTC(Number(year) + 1, Number(month) - 1, Number(day));
  return yearLater < today.getTime();
}
