/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function betaal(request, context) {
  const { BANK, SLEUTEL } = context.env;
  if (!BANK || !SLEUTEL) throw new Error('BANK of SLEUTEL is niet ingesteld');

  const { bedrag } = await request.json();
  console.log(`betaling van ${bedrag} euro bij ${BANK}`);

  const headers = { authorization: `Bearer ${SLEUTEL}` };
  const body = JSON.stringify({ bedrag });
  return fetch(`${BANK}/betalingen`, { method: 'POST', headers, body });
}
