/**
 * @param {QueueEvent<{ klant: string, product: string }>} event
 * @param {Context} context
 */
export default async function verwerk(event, context) {
  const { messages } = event.data;
  console.log(`berichten in deze aanroep: ${messages.length}`);

  for (const { id, body } of messages) {
    await betaal();
    const bon = `Bestelling ${id}\n${body.product} voor ${body.klant}\n`;
    await context.bucket.put(`bonnen/${id}.txt`, bon);
  }
}

/** Doet alsof: een betaling duurt een seconde. */
async function betaal() {
  await new Promise((klaar) => setTimeout(klaar, 1000));
}
