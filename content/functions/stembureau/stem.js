/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function stem(request, context) {
  const { kiezer, keuze } = await request.json();
  await context.queue.send({ kiezer, keuze });
  return Response.json({ kiezer, keuze }, { status: 200 });
}
