/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function stem(request, context) {
  const { kiezer, keuze } = await request.json();
  if (!kiezer || !keuze) {
    return Response.json({ fout: 'Geef een kiezer en een keuze.' }, { status: 400 });
  }
  await context.queue.send({ kiezer, keuze });
  return Response.json({ kiezer, keuze }, { status: 202 });
}
