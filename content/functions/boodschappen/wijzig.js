/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function wijzig(request, context) {
  const { naam } = context.params;
  const boodschap = await context.kv.get(`boodschap/${naam}`);
  if (!boodschap) return Response.json({ fout: `${naam} staat niet op de lijst.` }, { status: 404 });

  const { aantal } = (await request.json().catch(() => null)) ?? {};
  if (!Number.isInteger(aantal) || aantal < 1) {
    return Response.json({ fout: 'Geef een aantal: een heel getal vanaf 1.' }, { status: 400 });
  }

  await context.kv.put(`boodschap/${naam}`, { naam, aantal });
  return Response.json({ naam, aantal });
}
