/**
 * Doet alsof: een dure zoekopdracht.
 *
 * @param {string} woord
 */
export async function zoek(woord) {
  await new Promise((klaar) => setTimeout(klaar, 40));
  console.log(`gezocht naar ${woord.slice(0, 20)}`);
  return [`Alles over ${woord}`];
}
