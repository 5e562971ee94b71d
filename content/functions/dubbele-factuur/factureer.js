import { verstuurFactuur } from './post.js';

/**
 * @param {QueueEvent<{ bestelling: number, klant?: string }>} event
 * @param {Context} context
 */
export default async function factureer(event, context) {
  for (const { body } of event.data.messages) {
    if (!body.klant) throw new Error(`Bestelling ${body.bestelling} heeft geen klant`);
    await verstuurFactuur(body.klant, body.bestelling);
    await context.kv.put('laatste', body.bestelling);
  }
}
