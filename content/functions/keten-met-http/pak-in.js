/** @param {Request} request */
export default async function pakIn(request) {
  const { product } = await request.json();
  const antwoord = await fetch(`https://magazijn.example/pakjes/${product}`, { method: 'POST' });
  if (!antwoord.ok) return Response.json({ fout: `${product} past niet in een doos` }, { status: 409 });
  console.log(`${product} is ingepakt`);
  return Response.json({ ingepakt: true }, { status: 201 });
}
