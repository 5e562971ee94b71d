/**
 * Doet alsof: een factuur versturen duurt even.
 *
 * @param {string} klant
 * @param {number} bestelling
 */
export async function verstuurFactuur(klant, bestelling) {
  await new Promise((klaar) => setTimeout(klaar, 10));
  console.log(`factuur ${bestelling} aan ${klant}`);
}
