/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function maak(request, context) {
  const { naam, aantal } = (await request.json().catch(() => null)) ?? {};
  if (typeof naam !== 'string' || !/^[a-z]{1,30}$/.test(naam)) {
    return Response.json({ fout: 'Geef een naam van 1 tot 30 kleine letters.' }, { status: 400 });
  }
  if (!Number.isInteger(aantal) || aantal < 1) {
    return Response.json({ fout: 'Geef een aantal: een heel getal vanaf 1.' }, { status: 400 });
  }

  const boodschap = { naam, aantal };
  // Schrijft alleen als deze sleutel er nog niet is.
  const isNieuw = await context.kv.put(`boodschap/${naam}`, boodschap, { ifVersion: null });
  if (!isNieuw) return Response.json({ fout: `${naam} staat al op de lijst.` }, { status: 409 });

  await context.queue.send(boodschap);
  return Response.json(boodschap, { status: 201 });
}
