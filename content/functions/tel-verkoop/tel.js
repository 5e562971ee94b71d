import { leesRegel } from './lees-regel.js';

/**
 * @param {UploadEvent} event
 * @param {Context} context
 */
export default async function tel(event, context) {
  const { key } = event.data;
  const bestand = await context.bucket.get(key);
  if (!bestand) return;

  /** @type {Map<string, number>} */
  const centenPerStad = new Map();
  let fouten = 0;
  const regels = bestand.text().split(/\r?\n/);

  // Regel 1 bevat de namen van de kolommen.
  for (let nummer = 2; nummer <= regels.length; nummer += 1) {
    const regel = regels[nummer - 1] ?? '';
    if (regel.trim() === '') continue;
    const verkoop = leesRegel(regel);
    if (verkoop) {
      const { stad, centen } = verkoop;
      centenPerStad.set(stad, (centenPerStad.get(stad) ?? 0) + centen);
    } else {
      fouten += 1;
      console.warn(`regel ${nummer} klopt niet: ${regel.slice(0, 60)}`);
    }
  }

  const perStad = Object.fromEntries([...centenPerStad].map(([stad, centen]) => [stad, centen / 100]));
  const naam = key.slice(key.lastIndexOf('/') + 1).replace(/\.csv$/i, '');
  const totalen = JSON.stringify({ perStad, fouten }, null, 2);
  await context.bucket.put(`totalen/${naam}.json`, totalen, { contentType: 'application/json' });
  console.log(totalen);
}
