const MAP = 'klein/';
const BREEDTE = 320;

/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function verklein(event, context) {
  const { key, size, contentType } = event.data;
  console.log(`binnen: ${key}, ${size} bytes, ${contentType}`);

  const bestand = await context.bucket.get(key);
  if (!bestand || size === 0) return console.warn(`${key} is leeg of al weg`);

  const beeld = await createImageBitmap(bestand.blob()).catch(() => null);
  if (!beeld) return console.warn(`${key} is geen afbeelding die ik kan lezen`);

  const klein = await schaal(beeld);
  // Van `uploads/strand.png` blijft `strand` over.
  const naam = key.replace(/^.*\//, '').replace(/\.\w+$/, '');
  await context.bucket.put(`${MAP}${naam}.jpg`, klein);
  console.log(`klaar: ${MAP}${naam}.jpg, ${klein.size} bytes`);
}

/** @param {ImageBitmap} beeld */
async function schaal(beeld) {
  const factor = Math.min(1, BREEDTE / beeld.width);
  const breedte = Math.ceil(beeld.width * factor);
  const hoogte = Math.ceil(beeld.height * factor);

  const doek = new OffscreenCanvas(breedte, hoogte);
  doek.getContext('2d')?.drawImage(beeld, 0, 0, breedte, hoogte);
  return doek.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
