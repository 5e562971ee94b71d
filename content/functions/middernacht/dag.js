/**
 * De dag die op dit moment net voorbij is in Nederland en België, zoals `2026-01-15`. Is het er geen middernacht, dan `null`.
 *
 * @param {string} moment een heel uur, in UTC
 * @returns {string | null}
 */
export function dagDieVoorbijIs(moment) {
  // In UTC is het een uur vroeger.
  if (new Date(moment).getUTCHours() !== 23) return null;
  return moment.slice(0, 10);
}
