/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function lijst(_request, context) {
  const gevonden = await context.kv.list('boodschap/');
  return Response.json(gevonden.map(({ value }) => value));
}
