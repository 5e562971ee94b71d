/**
 * Vraagt de post om een bevestiging te versturen. Dat duurt even, en het lukt niet bij een adres dat er geen is.
 *
 * @param {string} mail
 * @param {number} bestelling
 * @returns {Promise<string>} wat er verstuurd is
 */
export async function verstuur(mail, bestelling) {
  if (!mail.includes('@')) throw new Error(`${mail} is geen mailadres`);
  const bevestiging = { mail, bestelling };
  await fetch('https://post.example/bevestigingen', { method: 'POST', body: JSON.stringify(bevestiging) });
  console.log(`bevestiging ${bestelling} aan ${mail}`);
  return `verstuurd aan ${mail}`;
}
