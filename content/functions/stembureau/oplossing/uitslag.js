/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function uitslag(_request, context) {
  /** @type {Map<string, number>} */
  const aantallen = new Map();
  for (const { value } of await context.kv.list('stem/')) {
    aantallen.set(value, (aantallen.get(value) ?? 0) + 1);
  }
  return Response.json(Object.fromEntries(aantallen));
}
