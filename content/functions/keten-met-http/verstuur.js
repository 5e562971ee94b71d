/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function verstuur(request, context) {
  const { klant } = await request.json();
  await fetch(`https://koerier.example/zendingen/${context.params.nummer}`, { method: 'POST' });
  console.log(`het pakje voor ${klant} is verstuurd`);
  return Response.json({ verstuurd: true }, { status: 201 });
}
