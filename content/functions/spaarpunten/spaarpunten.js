/**
 * @param {QueueEvent<{ klant: string, punten: number }>} event
 * @param {Context} context
 */
export default async function geefPunten(event, context) {
  for (const { body, attempt } of event.data.messages) {
    const map = `punten/${body.klant}/`;
    await context.kv.put(map + Math.random(), body.punten);

    const alles = await context.kv.list(map);
    const totaal = alles.reduce((som, { value }) => som + value, 0);
    console.log(`poging ${attempt}: ${body.klant} heeft nu ${totaal} punten`);
  }
}
