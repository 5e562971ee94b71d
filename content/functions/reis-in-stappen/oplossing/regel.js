import { boek, zegAf } from './diensten.js';

const DIENSTEN = ['hotel', 'trein', 'museum'];
const MEESTE_POGINGEN = 3;

/**
 * @param {QueueEvent<{ reis: number }>} event
 * @param {Context} context
 */
export default async function regel(event, context) {
  for (const { body, attempt } of event.data.messages) {
    const sleutel = `reis/${body.reis}`;
    const { status, gedaan } = (await context.kv.get(sleutel)) ?? { status: 'bezig', gedaan: [] };
    if (status !== 'bezig') continue;

    try {
      for (const dienst of DIENSTEN.slice(gedaan.length)) {
        await boek(dienst, body.reis);
        gedaan.push(dienst);
        await context.kv.put(sleutel, { status: 'bezig', gedaan });
      }
    } catch (fout) {
      if (attempt < MEESTE_POGINGEN) throw fout;
      for (const dienst of [...gedaan].reverse()) await zegAf(dienst, body.reis);
      await context.kv.put(sleutel, { status: 'afgezegd', gedaan: [] });
      continue;
    }
    await context.kv.put(sleutel, { status: 'geboekt', gedaan });
  }
}
