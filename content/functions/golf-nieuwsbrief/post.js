/** @param {QueueEvent<{ adressen: string[] }>} event */
export default async function post(event) {
  for (const { body } of event.data.messages) {
    for (const adres of body.adressen) await verstuur([adres]);
  }
}

/**
 * Geeft de mailserver adressen. Die neemt er maximaal tien tegelijk aan, en doet daar 60 ms over.
 *
 * @param {readonly string[]} adressen
 */
async function verstuur(adressen) {
  const antwoord = await fetch('https://mail.example/mails', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ adressen }),
  });
  if (!antwoord.ok) throw new Error(`De mailserver weigert: ${await antwoord.text()}`);
  console.log(`mail aan ${adressen.join(', ')}`);
}
