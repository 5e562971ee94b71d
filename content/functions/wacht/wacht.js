/**
 * Doet alsof: het antwoord komt pas na `ms` milliseconden.
 *
 * @param {string} vraag
 * @param {number} ms
 */
async function vraagDatabase(vraag, ms) {
  await new Promise((klaar) => setTimeout(klaar, ms));
  return `${vraag} gevonden`;
}

export default async function wacht() {
  const klant = await vraagDatabase('klant', 400);
  const pakje = await vraagDatabase('pakje', 400);
  return Response.json({ klant, pakje });
}
