/**
 * Leest een regel als `Gent;koffie;12,50`. Geeft null als de regel niet klopt.
 *
 * @param {string} regel
 */
export function leesRegel(regel) {
  const cellen = regel.split(';').map((cel) => cel.trim());
  const [stad = '', product = '', bedrag = ''] = cellen;

  const klopt = cellen.length === 3 && stad !== '' && /^\d+,\d\d$/.test(bedrag);
  if (!klopt) return null;

  // Rekent in hele centen: '12,50' wordt 1250.
  return { stad, product, centen: Number(bedrag.replace(',', '')) };
}
