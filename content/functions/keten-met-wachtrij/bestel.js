/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bestel(request, context) {
  const { nummer } = context.params;
  const { klant, product } = await request.json();
  await context.queue.send({ nummer, klant, product, stap: 'betaal' });
  return Response.json({ nummer, status: 'aangenomen' }, { status: 202 });
}
