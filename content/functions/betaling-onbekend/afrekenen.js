/** @param {Request} request */
export default async function afrekenen(request) {
  const { bestelling, bedrag } = await request.json();
  const antwoord = await fetch('https://bank.example/betalingen', {
    method: 'POST',
    body: JSON.stringify({ bestelling, bedrag }),
  });
  if (!antwoord.ok) return Response.json({ betaling: 'geweigerd' }, { status: antwoord.status });
  return Response.json({ betaling: 'gelukt' }, { status: 201 });
}
