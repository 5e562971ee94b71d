/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function kassa(request, context) {
  const bestellingen = [await request.json()].flat();
  for (const bestelling of bestellingen) await context.queue.send(bestelling);
  return Response.json({ ontvangen: bestellingen.length }, { status: 202 });
}
