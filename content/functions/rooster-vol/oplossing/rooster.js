const PLAATSEN = 3;
const MEESTE_POGINGEN = 5;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function schrijfIn(request, context) {
  const { week, dag, naam } = await request.json();
  const sleutel = `rooster/${week}`;
  for (let poging = 1; poging <= MEESTE_POGINGEN; poging += 1) {
    const { value, version } = await context.kv.getWithVersion(sleutel);
    const rooster = value ?? {};
    const namen = rooster[dag] ?? [];
    if (namen.includes(naam)) return Response.json({ namen });
    if (namen.length >= PLAATSEN) return Response.json({ fout: 'Deze dag is vol.' }, { status: 409 });

    const nieuw = [...namen, naam];
    const isGelukt = await context.kv.put(sleutel, { ...rooster, [dag]: nieuw }, { ifVersion: version });
    if (isGelukt) return Response.json({ namen: nieuw }, { status: 201 });
    console.log(`poging ${poging}: iemand was me voor`);
  }
  return Response.json({ fout: 'Te druk. Probeer het straks opnieuw.' }, { status: 503 });
}
