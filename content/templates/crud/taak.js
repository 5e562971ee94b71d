/**
 * De taak in een aanroep. Geeft null als de tekst ontbreekt.
 *
 * @param {Request} request
 */
export async function leesTaak(request) {
  const { tekst, klaar = false } = (await request.json().catch(() => null)) ?? {};
  if (typeof tekst !== 'string' || tekst.trim() === '') return null;
  return { tekst: tekst.trim(), klaar: klaar === true };
}
