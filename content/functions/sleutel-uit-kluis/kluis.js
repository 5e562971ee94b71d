/**
 * Speelt de kluis: een dienst waar een functie een geheim ophaalt.
 *
 * @param {Context} context
 * @param {string} naam
 * @returns {Promise<string>}
 */
export async function leesGeheim(context, naam) {
  console.log(`kluis: geheim ${naam} gelezen`);
  return (await context.kv.get(`kluis/${naam}`)) ?? 'eerste-sleutel';
}
