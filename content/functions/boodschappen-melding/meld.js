/** @param {QueueEvent<{ naam: string, aantal: number }>} event */
export default async function meld(event) {
  console.log(JSON.stringify(event, null, 2));

  for (const { body } of event.data.messages) {
    await verstuur(`Er staat ${body.naam} op de lijst.`);
  }
}

/**
 * Doet alsof: een bericht versturen duurt een seconde.
 *
 * @param {string} tekst
 */
async function verstuur(tekst) {
  await new Promise((klaar) => setTimeout(klaar, 1000));
  console.log(`aan je huisgenoten: ${tekst}`);
}
