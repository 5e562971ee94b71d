import { verstuur } from './post.js';

/**
 * @param {QueueEvent<{ bestelling: number, mail: string }>} event
 * @param {Context} context
 */
export default async function bevestig(event, context) {
  for (const { body } of event.data.messages) {
    await context.kv.put(`bevestigd/${body.bestelling}`, 'verstuurd');
    await verstuur(body.mail, body.bestelling);
  }
}
