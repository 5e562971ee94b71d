import { verstuurFactuur } from './post.js';

/**
 * @param {QueueEvent<{ bestelling: number, klant?: string }>} event
 * @param {Context} context
 */
export default async function factureer(event, context) {
  const failed = [];
  for (const { id, body } of event.data.messages) {
    const { bestelling, klant } = body;
    if (!klant) {
      console.error(`bestelling ${bestelling} heeft geen klant`);
      failed.push(id);
      continue;
    }
    const sleutel = `factuur/${bestelling}`;
    if (await context.kv.get(sleutel)) continue;
    await verstuurFactuur(klant, bestelling);
    await context.kv.put(sleutel, klant);
  }
  return { failed };
}
