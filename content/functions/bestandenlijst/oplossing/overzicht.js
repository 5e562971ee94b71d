/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function overzicht(event, context) {
  const { key, size, contentType } = event.data;
  const naam = key.slice(key.lastIndexOf('/') + 1);
  if (size === 0) {
    console.warn(`${naam} is leeg`);
    return;
  }
  const regel = JSON.stringify({ naam, grootte: size, soort: contentType });
  await context.bucket.put(`overzicht/${naam}.json`, regel, { contentType: 'application/json' });
}
