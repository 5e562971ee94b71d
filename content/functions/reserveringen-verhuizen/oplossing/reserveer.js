/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function reserveer(request, context) {
  if (request.method === 'GET') {
    const alles = await context.kv.list('reservering/');
    return Response.json(alles.map(({ value }) => value));
  }
  const { tijd, naam } = await request.json();
  const isVrij = await context.kv.put(`reservering/${tijd}`, { tijd, naam }, { ifVersion: null });
  if (!isVrij) return Response.json({ fout: 'Die tijd is al bezet.' }, { status: 409 });
  return Response.json({ tijd, naam }, { status: 201 });
}
