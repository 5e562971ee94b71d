/**
 * @param {QueueEvent<{ lezer: string, onderwerp: string }>} event
 * @param {Context} context
 */
export default async function mail(event, context) {
  for (const { body } of event.data.messages) {
    await verstuur();
    await context.kv.put(`verzonden/${body.lezer}`, body.onderwerp);
    console.log(`verstuurd aan ${body.lezer}`);
  }
}

/** Doet alsof: een mail versturen duurt een seconde. */
async function verstuur() {
  await new Promise((klaar) => setTimeout(klaar, 1000));
}
