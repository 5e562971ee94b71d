/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function tel(event, context) {
  const bestand = await context.bucket.get(event.data.key);
  if (!bestand) return;

  /** @type {Record<string, number>} */
  const uitslag = {};
  for (const regel of bestand.text().split('\n')) {
    uitslag[regel] = (uitslag[regel] ?? 0) + 1;
  }
  await context.bucket.put('uitslag.json', JSON.stringify(uitslag));
}
