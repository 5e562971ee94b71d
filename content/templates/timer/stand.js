/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function stand(event, context) {
  const keer = ((await context.kv.get('keer')) ?? 0) + 1;
  await context.kv.put('keer', keer);
  console.log(`wakker om ${event.data.scheduledTime}, voor de ${keer}e keer`);
}
