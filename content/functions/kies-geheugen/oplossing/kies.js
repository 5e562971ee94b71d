/** @typedef {{ memoryMb: number, durationMs: number }} Meting */

/** @param {Request} request */
export default async function kies(request) {
  /** @type {{ maximaalMs: number, metingen: Meting[] }} */
  const { maximaalMs, metingen } = await request.json();
  const [beste] = metingen
    .filter(({ durationMs }) => durationMs <= maximaalMs)
    .sort((a, b) => kosten(a) - kosten(b) || a.durationMs - b.durationMs);
  if (!beste) return Response.json({ fout: 'Geen enkele meting is snel genoeg.' }, { status: 422 });
  return Response.json({ memoryMb: beste.memoryMb });
}

/** @param {Meting} meting */
function kosten({ memoryMb, durationMs }) {
  return memoryMb * durationMs;
}
