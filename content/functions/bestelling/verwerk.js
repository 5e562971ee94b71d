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

/** Vraagt de bank om te betalen. Die doet daar een seconde over. */
async function betaal() {
  await fetch('https://bank.example/betalingen', { method: 'POST' });
}
