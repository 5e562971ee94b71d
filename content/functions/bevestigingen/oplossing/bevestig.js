import { verstuur } from './post.js';

/**
 * @param {QueueEvent<{ bestelling: number, mail: string }>} event
 * @param {Context} context
 */
export default async function bevestig(event, context) {
  const failed = [];
  for (const { id, body } of event.data.messages) {
    const { bestelling, mail } = body;
    try {
      await context.kv.put(`bevestigd/${bestelling}`, await verstuur(mail, bestelling));
    } catch (fout) {
      console.error(`bestelling ${bestelling}: ${fout}`);
      failed.push(id);
    }
  }
  return { failed };
}
