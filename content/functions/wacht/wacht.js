/**
 * Vraagt de database iets. Het antwoord komt pas na 400 ms.
 *
 * @param {string} vraag
 */
async function vraagDatabase(vraag) {
  const antwoord = await fetch(`https://database.example/${vraag}`);
  return antwoord.text();
}

export default async function wacht() {
  const klant = await vraagDatabase('klant');
  const pakje = await vraagDatabase('pakje');
  return Response.json({ klant, pakje });
}
