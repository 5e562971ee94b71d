/**
 * Haalt de tekst van de welkomstmail op, en vraagt daarna de post om die te versturen.
 *
 * @param {string} mail
 * @param {string} naam
 */
export async function verstuur(mail, naam) {
  const sjabloon = await fetch('https://post.example/sjablonen/welkom');
  const { tekst } = await sjabloon.json();
  const brief = { aan: mail, tekst: tekst.replace('NAAM', naam) };
  const antwoord = await fetch('https://post.example/mails', { method: 'POST', body: JSON.stringify(brief) });
  if (!antwoord.ok) throw new Error(`de post weigert de mail aan ${mail}`);
  console.log(`verstuurd aan ${mail}`);
}
