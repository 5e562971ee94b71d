import { betaal, pakIn, verstuur } from './stappen.js';

/**
 * @param {QueueEvent<{ nummer: string, klant: string, product: string, stap: string }>} event
 * @param {Context} context
 */
export default async function werk(event, context) {
  for (const { body } of event.data.messages) {
    if (body.stap === 'betaal') {
      await betaal(body);
      await context.queue.send({ ...body, stap: 'pak in' });
    } else if (body.stap === 'pak in') {
      await pakIn(body);
      await context.queue.send({ ...body, stap: 'verstuur' });
    } else {
      await verstuur(body);
    }
  }
}
