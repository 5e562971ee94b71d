/**
 * @param {QueueEvent<{ kiezer: string, keuze: string }>} event
 * @param {Context} context
 */
export default async function tel(event, context) {
  for (const { body } of event.data.messages) {
    await context.kv.put(`stem/${body.kiezer}`, body.keuze, { ifVersion: null });
  }
}
