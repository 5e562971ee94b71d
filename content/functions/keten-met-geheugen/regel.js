import { betaal, betaalTerug, pakIn, pakUit, verstuur } from './stappen.js';

const STAPPEN = [
  { naam: 'betaald', doe: betaal, maakOngedaan: betaalTerug },
  { naam: 'ingepakt', doe: pakIn, maakOngedaan: pakUit },
  { naam: 'verstuurd', doe: verstuur },
];
const MEESTE_POGINGEN = 3;

/**
 * @param {QueueEvent<{ nummer: string }>} event
 * @param {Context} context
 */
export default async function regel(event, context) {
  for (const { body, attempt } of event.data.messages) {
    const sleutel = `bestelling/${body.nummer}`;
    const bestelling = await context.kv.get(sleutel);
    const stap = STAPPEN[bestelling.gedaan.length];
    if (!stap || bestelling.gestopt) continue;

    try {
      await stap.doe(bestelling);
    } catch (fout) {
      console.warn(`poging ${attempt}: niet ${stap.naam}`);
      if (attempt < MEESTE_POGINGEN) throw fout;
      await maakOngedaan(bestelling);
      await context.kv.put(sleutel, { ...bestelling, gedaan: [], gestopt: true });
      continue;
    }

    const gedaan = [...bestelling.gedaan, stap.naam];
    await context.kv.put(sleutel, { ...bestelling, gedaan });
    if (gedaan.length < STAPPEN.length) await context.queue.send(body);
  }
}

/**
 * Wat het laatst gedaan is, eerst.
 *
 * @param {{ nummer: string, klant: string, product: string, gedaan: string[] }} bestelling
 */
async function maakOngedaan(bestelling) {
  for (const stap of STAPPEN.slice(0, bestelling.gedaan.length).reverse()) {
    await stap.maakOngedaan?.(bestelling);
  }
}
