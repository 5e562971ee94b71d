const PLAATSEN = 3;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function schrijfIn(request, context) {
  const { week, dag, naam } = await request.json();
  const sleutel = `rooster/${week}`;
  const rooster = (await context.kv.get(sleutel)) ?? {};
  const namen = rooster[dag] ?? [];
  if (namen.includes(naam)) return Response.json({ namen });
  if (namen.length >= PLAATSEN) return Response.json({ fout: 'Deze dag is vol.' }, { status: 409 });

  const nieuw = [...namen, naam];
  await context.kv.put(sleutel, { ...rooster, [dag]: nieuw });
  return Response.json({ namen: nieuw }, { status: 201 });
}
