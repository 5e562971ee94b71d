/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function schrijfIn(request, context) {
  const { mail } = await request.json();
  if (!mail) return Response.json({ fout: 'Geef een mailadres mee.' }, { status: 400 });
  await context.kv.put(`inschrijving/${mail}`, { mail });
  await context.queue.send({ mail });
  return Response.json({ mail }, { status: 202 });
}
