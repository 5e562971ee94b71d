/** @param {QueueEvent<{ naam: string, aantal: number }>} event */
export default async function meld(event) {
  console.log(JSON.stringify(event, null, 2));

  for (const { body } of event.data.messages) {
    await verstuur(`Er staat ${body.naam} op de lijst.`);
  }
}

/**
 * Geeft het bericht aan de berichtendienst. Die doet daar een seconde over.
 *
 * @param {string} tekst
 */
async function verstuur(tekst) {
  await fetch('https://berichten.example/berichten', { method: 'POST', body: tekst });
  console.log(`aan je huisgenoten: ${tekst}`);
}
