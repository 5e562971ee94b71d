/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function telWoorden(event, context) {
  const { key } = event.data;
  const bestand = await context.bucket.get(key);
  if (!bestand) return;

  const woorden = bestand.text().match(/\p{L}+/gu) ?? [];
  // Onder een andere map: wat in uploads/ komt, roept deze functie weer aan.
  const uitkomst = `geteld/${key.slice('uploads/'.length)}.json`;
  await context.bucket.put(uitkomst, JSON.stringify({ woorden: woorden.length }));
  console.log(`${key}: ${woorden.length} woorden`);
}
