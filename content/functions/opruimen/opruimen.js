/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function opruimen(event, context) {
  console.log(`wakker om ${event.data.scheduledTime}`);
  let opgeruimd = 0;
  for (let nummer = 1; nummer <= 100; nummer += 1) {
    const briefje = await context.kv.get(`briefje/${nummer}`);
    if (briefje) {
      await context.kv.delete(`briefje/${nummer}`);
      opgeruimd += 1;
    }
  }
  return { opgeruimd };
}
