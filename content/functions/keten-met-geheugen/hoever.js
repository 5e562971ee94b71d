/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function hoever(_request, context) {
  const bestelling = await context.kv.get(`bestelling/${context.params.nummer}`);
  if (!bestelling) return Response.json({ fout: 'Deze bestelling ken ik niet.' }, { status: 404 });
  return Response.json(bestelling);
}
