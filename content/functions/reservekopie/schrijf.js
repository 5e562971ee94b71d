/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function schrijf(request, context) {
  const tekst = await request.text();
  if (tekst === '') return Response.json({ fout: 'Zet een tekst in de body.' }, { status: 400 });

  await context.kv.put('notitie', tekst);
  return Response.json({ bewaard: tekst });
}
