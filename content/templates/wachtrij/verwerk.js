/**
 * @param {QueueEvent<{ id: string, product: string, aantal: number }>} event
 * @param {Context} context
 */
export default async function verwerk(event, context) {
  for (const { body } of event.data.messages) {
    // Een bericht kan twee keer komen: dezelfde sleutel schrijft dan hetzelfde.
    await context.kv.put(`bestelling/${body.id}`, body);
    console.log(`verwerkt: ${body.aantal} x ${body.product}`);
  }
}
