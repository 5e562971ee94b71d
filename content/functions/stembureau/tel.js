/**
 * @param {QueueEvent<{ kiezer: string, keuze: string }>} event
 * @param {Context} context
 */
export default async function tel(event, context) {
  for (const { body } of event.data.messages) {
    const aantal = (await context.kv.get(`aantal/${body.keuze}`)) ?? 0;
    await context.kv.put(`aantal/${body.keuze}`, aantal + 1);
  }
}
