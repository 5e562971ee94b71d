/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bestel(request, context) {
  const { product, aantal } = (await request.json().catch(() => null)) ?? {};
  if (typeof product !== 'string' || !Number.isInteger(aantal)) {
    return Response.json({ fout: 'Geef een product en een aantal.' }, { status: 400 });
  }

  const bestelling = { id: crypto.randomUUID(), product, aantal };
  await context.queue.send(bestelling);
  // 202: aangenomen, het werk komt nog.
  return Response.json({ id: bestelling.id }, { status: 202 });
}
