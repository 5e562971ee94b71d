/**
 * Geeft een factuur aan de dienst die facturen verstuurt. Dat duurt even.
 *
 * @param {string} klant
 * @param {number} bestelling
 */
export async function verstuurFactuur(klant, bestelling) {
  const factuur = { klant, bestelling };
  await fetch('https://post.example/facturen', { method: 'POST', body: JSON.stringify(factuur) });
  console.log(`factuur ${bestelling} aan ${klant}`);
}
