/**
 * Geeft een mail aan de mailserver. Die doet daar even over.
 *
 * @param {string} mail
 */
export async function verstuur(mail) {
  await fetch('https://mail.example/mails', { method: 'POST', body: JSON.stringify({ aan: mail }) });
  console.log(`verstuurd aan ${mail}`);
}
