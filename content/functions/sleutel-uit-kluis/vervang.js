/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function vervang(_request, context) {
  const nieuw = crypto.randomUUID();
  await context.kv.put('bij-de-bank/sleutel', nieuw);
  await context.kv.put('kluis/bank', nieuw);
  console.log('nieuwe sleutel, bij de bank en in de kluis');
  return Response.json({ vervangen: true });
}
