/**
 * Speelt de bank, die alleen de nieuwste sleutel aanneemt.
 *
 * @param {Context} context
 * @param {string} sleutel
 * @param {number} bedrag in euro
 * @returns {Promise<boolean>} of de betaling gelukt is
 */
export async function boek(context, sleutel, bedrag) {
  const geldig = (await context.kv.get('bij-de-bank/sleutel')) ?? 'eerste-sleutel';
  const gelukt = sleutel === geldig;
  console.log(gelukt ? `bank: ${bedrag} euro geboekt` : 'bank: deze sleutel is oud');
  return gelukt;
}
