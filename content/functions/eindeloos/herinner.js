/**
 * @param {QueueEvent<{ klant: string, keer: number }>} event
 * @param {Context} context
 */
export default async function herinner(event, context) {
  for (const { body } of event.data.messages) {
    console.log(`herinnering ${body.keer} voor ${body.klant}`);
    await context.queue.send({ klant: body.klant, keer: body.keer + 1 });
  }
}
