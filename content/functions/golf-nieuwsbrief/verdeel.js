/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function verdeel(request, context) {
  const { adressen } = await request.json();
  for (const adres of adressen) {
    await context.queue.send({ adressen: [adres] });
  }
  return Response.json({ aantal: adressen.length }, { status: 202 });
}
