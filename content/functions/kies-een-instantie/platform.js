/** @typedef {{ id: number, vrijSinds: number | null }} Instantie */

/** @param {Request} request */
export default async function platform(request) {
  /** @type {{ maximaal: number, instanties: Instantie[] }} */
  const { instanties } = await request.json();
  const vrij = instanties.find(({ vrijSinds }) => vrijSinds);
  if (vrij) return Response.json({ kies: vrij.id });
  return Response.json({ start: true });
}
