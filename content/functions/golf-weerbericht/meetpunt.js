/**
 * Doet alsof: vraagt een meetpunt om het weer. Dat duurt altijd even.
 *
 * @param {string} plaats
 */
export async function vraagWeer(plaats) {
  await new Promise((klaar) => setTimeout(klaar, 60));
  return { plaats, graden: 10 + (plaats.length % 7) };
}
