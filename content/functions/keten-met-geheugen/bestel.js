/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bestel(request, context) {
  const { nummer } = context.params;
  const { klant, product } = await request.json();
  await context.kv.put(`bestelling/${nummer}`, { nummer, klant, product, gedaan: [] });
  await context.queue.send({ nummer });
  return Response.json({ nummer, status: 'aangenomen' }, { status: 202 });
}
