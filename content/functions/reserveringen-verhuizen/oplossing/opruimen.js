/**
 * @param {TimerEvent} _event
 * @param {Context} context
 */
export default async function opruimen(_event, context) {
  for (const { key } of await context.kv.list('reservering/')) await context.kv.delete(key);
}
