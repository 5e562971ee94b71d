/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bestel(request, context) {
  const { nummer } = context.params;
  const bestelling = await request.text();

  for (const stap of ['betaal', 'pak-in', 'verstuur']) {
    const adres = `https://winkel.example/${stap}/${nummer}`;
    const antwoord = await fetch(adres, { method: 'POST', body: bestelling });
    if (!antwoord.ok) return Response.json({ fout: `mislukt bij ${stap}` }, { status: 502 });
  }
  return Response.json({ nummer, status: 'verstuurd' }, { status: 201 });
}
