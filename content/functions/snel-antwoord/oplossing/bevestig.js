import { verstuur } from './mail.js';

/**
 * @param {QueueEvent<{ mail: string }>} event
 * @param {Context} context
 */
export default async function bevestig(event, context) {
  for (const { body } of event.data.messages) {
    await verstuur(body.mail);
    await context.kv.put(`bevestigd/${body.mail}`, true);
  }
}
