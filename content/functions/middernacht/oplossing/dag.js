/**
 * De dag die op dit moment net voorbij is in Nederland en België, zoals `2026-01-15`. Is het er geen middernacht, dan `null`.
 *
 * @param {string} moment een heel uur, in UTC
 * @returns {string | null}
 */
export function dagDieVoorbijIs(moment) {
  if (!hier(moment).endsWith(' 00:00:00')) return null;
  const evenDaarvoor = new Date(Date.parse(moment) - 1_000).toISOString();
  return hier(evenDaarvoor).slice(0, 10);
}

/**
 * Wat de klok hier zegt, zoals `2026-07-16 00:00:00`.
 *
 * @param {string} moment
 */
function hier(moment) {
  return new Date(moment).toLocaleString('sv-SE', { timeZone: 'Europe/Brussels' });
}
