/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function notitie(request, context) {
  const bezoeker = request.headers.get('x-naam');
  if (bezoeker === null) return Response.json({ fout: 'Wie ben je?' }, { status: 401 });

  const gevonden = await context.kv.get(`notitie/${context.params.nummer}`);
  if (gevonden === null) return Response.json({ fout: 'Die is er niet.' }, { status: 404 });
  return Response.json({ tekst: gevonden.tekst });
}
