import { boek } from './diensten.js';

/**
 * @param {QueueEvent<{ reis: number }>} event
 * @param {Context} context
 */
export default async function regel(event, context) {
  for (const { body } of event.data.messages) {
    await boek('hotel', body.reis);
    await boek('trein', body.reis);
    await boek('museum', body.reis);
    await context.kv.put(`reis/${body.reis}`, { status: 'geboekt', gedaan: ['hotel', 'trein', 'museum'] });
  }
}
