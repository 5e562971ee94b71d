/**
 * Een dure zoekopdracht, bij een dienst die per vraag betaald wordt.
 *
 * @param {string} woord
 * @returns {Promise<string[]>}
 */
export async function zoek(woord) {
  const antwoord = await fetch(`https://zoek.example/woorden/${encodeURIComponent(woord)}`);
  return antwoord.json();
}
