/** @typedef {{ nummer: number, tekst: string }} Bericht */

/**
 * Alle berichten, op volgorde van nummer.
 *
 * @param {Context} context
 * @returns {Promise<Bericht[]>}
 */
export async function alleBerichten(context) {
  const gevonden = await context.kv.list('bericht/');
  return gevonden.map(({ value }) => value).sort((een, ander) => een.nummer - ander.nummer);
}

/**
 * Bewaart een bericht.
 *
 * @param {Context} context
 * @param {Bericht} bericht
 */
export async function bewaar(context, bericht) {
  await context.kv.put(`bericht/${bericht.nummer}`, bericht);
}
