/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function betaal(request, context) {
  const { nummer } = context.params;
  const { klant } = await request.json();
  await fetch(`https://bank.example/betalingen/${nummer}`, { method: 'POST' });
  console.log(`${klant} heeft betaald`);
  return Response.json({ betaald: true }, { status: 201 });
}
