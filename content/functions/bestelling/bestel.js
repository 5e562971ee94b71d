/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bestel(request, context) {
  const { klant, product } = (await request.json().catch(() => null)) ?? {};
  if (!klant || !product) {
    return Response.json({ fout: 'Geef een klant en een product.' }, { status: 400 });
  }

  const { messageId } = await context.queue.send({ klant, product });
  return Response.json({ bestelnummer: messageId }, { status: 202 });
}
