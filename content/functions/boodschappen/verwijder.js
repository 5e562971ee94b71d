/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function verwijder(_request, context) {
  const { naam } = context.params;
  const wasEr = await context.kv.delete(`boodschap/${naam}`);
  if (!wasEr) return Response.json({ fout: `${naam} staat niet op de lijst.` }, { status: 404 });

  console.log(`van de lijst: ${naam}`);
  return new Response(null, { status: 204 });
}
