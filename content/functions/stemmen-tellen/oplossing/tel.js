/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function tel(event, context) {
  const { key } = event.data;
  const bestand = await context.bucket.get(key);
  if (!bestand) return;

  /** @type {Record<string, number>} */
  const uitslag = { Zon: 0, Maan: 0, Ster: 0, ongeldig: 0 };
  const lijsten = ['Zon', 'Maan', 'Ster'];
  const regels = bestand.text().split(/\r?\n/);
  regels.forEach((regel, plaats) => {
    const naam = regel.trim();
    if (naam === '') return;
    const isGeldig = lijsten.includes(naam);
    if (!isGeldig) console.warn(`regel ${plaats + 1} is ongeldig: ${naam}`);
    const veld = isGeldig ? naam : 'ongeldig';
    uitslag[veld] = (uitslag[veld] ?? 0) + 1;
  });

  const naam = key.slice(key.lastIndexOf('/') + 1).replace(/\.txt$/, '');
  await context.bucket.put(`uitslag/${naam}.json`, JSON.stringify(uitslag), {
    contentType: 'application/json',
  });
}
