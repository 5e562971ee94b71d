/**
 * Doet alsof: een mail versturen duurt even.
 *
 * @param {string} mail
 */
export async function verstuur(mail) {
  await new Promise((klaar) => setTimeout(klaar, 60));
  console.log(`verstuurd aan ${mail}`);
}
