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
    const isNieuw = await context.kv.put(sleutel, klant, { ifVersion: null });
    if (isNieuw) await verstuurFactuur(klant, bestelling);
  }
  return { failed };
}
