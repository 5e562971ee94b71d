const VENSTER_MS = 5 * 60_000;
const MINSTENS = 20;

/**
 * @param {TimerEvent} event
 * @param {Context} context
 */
export default async function waak(event, context) {
  const nu = Date.parse(event.data.scheduledTime);
  let aanroepen = 0;
  let fouten = 0;
  for (const { value } of await context.kv.list('meting/')) {
    if (Date.parse(value.tot) <= nu - VENSTER_MS) continue;
    aanroepen += value.aanroepen;
    fouten += value.fouten;
  }

  const isMis = aanroepen >= MINSTENS && fouten / aanroepen > 0.1;
  const stondAan = (await context.kv.get('alarm')) === 'aan';
  if (isMis === stondAan) return;

  const melding = isMis ? { soort: 'alarm', aanroepen, fouten } : { soort: 'voorbij' };
  // Pas onthouden als de melding echt weg is: anders hoort niemand er ooit van.
  if (await meld(melding)) await context.kv.put('alarm', isMis ? 'aan' : 'uit');
}

/**
 * Stuurt een melding naar wie er dienst heeft.
 *
 * @param {object} melding
 */
async function meld(melding) {
  const antwoord = await fetch('https://melding.example/meldingen', {
    method: 'POST',
    body: JSON.stringify(melding),
  });
  return antwoord.ok;
}
