import { leesTaak } from './taak.js';

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function taken(request, context) {
  const { id } = context.params;
  return id ? eenTaak(request, context, `taak/${id}`) : alleTaken(request, context);
}

/**
 * @param {Request} request
 * @param {Context} context
 */
async function alleTaken(request, context) {
  if (request.method === 'GET') {
    const gevonden = await context.kv.list('taak/');
    return Response.json(gevonden.map(({ value }) => value));
  }

  const taak = await leesTaak(request);
  if (!taak) return Response.json({ fout: 'Een taak heeft een tekst nodig.' }, { status: 400 });
  const nieuw = { id: crypto.randomUUID().slice(0, 8), ...taak };
  await context.kv.put(`taak/${nieuw.id}`, nieuw);
  return Response.json(nieuw, { status: 201 });
}

/**
 * @param {Request} request
 * @param {Context} context
 * @param {string} sleutel
 */
async function eenTaak(request, context, sleutel) {
  const { value: oud, version } = await context.kv.getWithVersion(sleutel);
  if (!oud) return Response.json({ fout: 'Deze taak is er niet.' }, { status: 404 });
  if (request.method === 'GET') return Response.json(oud);

  if (request.method === 'DELETE') {
    await context.kv.delete(sleutel);
    return new Response(null, { status: 204 });
  }

  const taak = await leesTaak(request);
  if (!taak) return Response.json({ fout: 'Een taak heeft een tekst nodig.' }, { status: 400 });
  // Alleen als niemand anders de taak net veranderd heeft.
  const isGelukt = await context.kv.put(sleutel, { ...oud, ...taak }, { ifVersion: version });
  if (!isGelukt) return Response.json({ fout: 'Iemand was je voor.' }, { status: 409 });
  return Response.json({ ...oud, ...taak });
}
