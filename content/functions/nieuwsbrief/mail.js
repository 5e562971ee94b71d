/**
 * @param {QueueEvent<{ lezer: string, onderwerp: string }>} event
 * @param {Context} context
 */
export default async function mail(event, context) {
  for (const { body } of event.data.messages) {
    await verstuur(body.lezer);
    await context.kv.put(`verzonden/${body.lezer}`, body.onderwerp);
    console.log(`verstuurd aan ${body.lezer}`);
  }
}

/**
 * Geeft de mail aan de mailserver. Die doet daar een seconde over.
 *
 * @param {string} lezer
 */
async function verstuur(lezer) {
  await fetch('https://mail.example/mails', { method: 'POST', body: lezer });
}
