/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function waak(event, context) {
  let fouten = 0;
  for (const { value } of await context.kv.list('meting/')) fouten += value.fouten;
  console.log(`${event.data.scheduledTime}: ${fouten} fouten`);

  if (fouten > 0) await meld({ soort: 'alarm', fouten });
}

/**
 * Stuurt een melding naar wie er dienst heeft.
 *
 * @param {object} melding
 */
async function meld(melding) {
  await fetch('https://melding.example/meldingen', { method: 'POST', body: JSON.stringify(melding) });
}
