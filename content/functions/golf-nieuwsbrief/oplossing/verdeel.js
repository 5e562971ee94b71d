const MEESTE_ADRESSEN = 10;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function verdeel(request, context) {
  const { adressen } = await request.json();
  for (let begin = 0; begin < adressen.length; begin += MEESTE_ADRESSEN) {
    await context.queue.send({ adressen: adressen.slice(begin, begin + MEESTE_ADRESSEN) });
  }
  return Response.json({ aantal: adressen.length }, { status: 202 });
}
