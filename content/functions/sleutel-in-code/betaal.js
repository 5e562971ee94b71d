const SLEUTEL = 'bank-7f3a-91c2';

/** @param {Request} request */
export default async function betaal(request) {
  const { bedrag } = await request.json();
  const headers = { authorization: `Bearer ${SLEUTEL}` };
  console.log(`betaling van ${bedrag} euro`, headers);

  const body = JSON.stringify({ bedrag });
  return fetch('https://bank.example/betalingen', { method: 'POST', headers, body });
}
