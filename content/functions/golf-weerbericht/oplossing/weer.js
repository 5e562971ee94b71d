const plaatsen = ['Gent', 'Utrecht', 'Leuven', 'Groningen', 'Breda'];

export default async function weer() {
  const metingen = await Promise.all(plaatsen.map(vraagWeer));
  metingen.sort((a, b) => b.graden - a.graden);
  return Response.json({ warmst: metingen[0]?.plaats, aantal: metingen.length });
}

/**
 * Vraagt een meetpunt om het weer. Dat duurt altijd even.
 *
 * @param {string} plaats
 * @returns {Promise<{ plaats: string, graden: number }>}
 */
async function vraagWeer(plaats) {
  const antwoord = await fetch(`https://weer.example/metingen/${plaats}`);
  return antwoord.json();
}
