/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function opruimen(event, context) {
  const nu = Date.parse(event.data.scheduledTime);
  let opgeruimd = 0;
  for (const { key, value } of await context.kv.list('briefje/')) {
    if (Date.parse(value.tot) >= nu) continue;
    await context.kv.delete(key);
    opgeruimd += 1;
  }
  return { opgeruimd };
}
