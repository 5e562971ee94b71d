/**
 * @param {QueueEvent<{ foto?: string, sleutel?: string }>} event
 * @param {Context} context
 */
export default async function ontvang(event, context) {
  for (const { body } of event.data.messages) {
    console.log(`een bericht van ${JSON.stringify(body).length} bytes`);
    if (!body.sleutel) continue;
    const bestand = await context.bucket.get(body.sleutel);
    console.log(`met een foto van ${bestand?.size ?? 0} bytes in de bucket`);
  }
}
