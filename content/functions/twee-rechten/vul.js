/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function vul(_request, context) {
  await context.kv.put('menu', ['soep', 'stoofvlees', 'ijs']);
  for (const maand of ['januari', 'februari', 'maart']) {
    await context.bucket.put(`facturen/${maand}.txt`, `factuur van ${maand}`);
  }
  return Response.json({ klaar: true }, { status: 201 });
}
