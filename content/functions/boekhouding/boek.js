/**
 * @param {QueueEvent<{ nummer: number, bedrag: string }>} event
 * @param {Context} context
 */
export default async function boek(event, context) {
  for (const { body, attempt } of event.data.messages) {
    const bedrag = Number(body.bedrag);
    if (Number.isNaN(bedrag)) throw new Error(`Bestelling ${body.nummer}: geen getal.`);

    await context.kv.put(`boeking/${body.nummer}`, bedrag);
    console.log(`poging ${attempt}: bestelling ${body.nummer} geboekt`);
  }
}
