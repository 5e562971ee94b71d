/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function overzicht(event, context) {
  const { key } = event.data;
  await context.bucket.put(`${key}.json`, JSON.stringify({ naam: key }));
}
