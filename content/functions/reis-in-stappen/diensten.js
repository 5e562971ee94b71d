/**
 * Vraagt een dienst om iets te boeken. Lukt dat niet, dan gooit de functie een fout.
 *
 * @param {string} dienst 'hotel', 'trein' of 'museum'
 * @param {number} reis
 */
export async function boek(dienst, reis) {
  const antwoord = await fetch(`https://${dienst}.example/boekingen/${reis}`, { method: 'POST' });
  const { gelukt } = await antwoord.json();
  if (!gelukt) throw new Error(`${dienst} lukt niet voor reis ${reis}`);
  console.log(`${dienst} geboekt voor reis ${reis}`);
}

/**
 * Zegt een boeking af.
 *
 * @param {string} dienst 'hotel', 'trein' of 'museum'
 * @param {number} reis
 */
export async function zegAf(dienst, reis) {
  await fetch(`https://${dienst}.example/boekingen/${reis}`, { method: 'DELETE' });
  console.log(`${dienst} afgezegd voor reis ${reis}`);
}
