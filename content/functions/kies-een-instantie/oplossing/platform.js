/** @typedef {{ id: number, vrijSinds: number | null }} Instantie */

/** @param {Request} request */
export default async function platform(request) {
  /** @type {{ maximaal: number, instanties: Instantie[] }} */
  const { maximaal, instanties } = await request.json();
  /** @type {Instantie | null} */
  let beste = null;
  for (const instantie of instanties) {
    if (instantie.vrijSinds === null) continue;
    if (beste?.vrijSinds == null || instantie.vrijSinds > beste.vrijSinds) beste = instantie;
  }
  if (beste) return Response.json({ kies: beste.id });
  if (instanties.length < maximaal) return Response.json({ start: true });
  return Response.json({ fout: 'Te druk' }, { status: 429 });
}
