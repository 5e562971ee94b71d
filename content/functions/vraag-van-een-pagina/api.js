/**
 * Geeft een bestelling. Wie er iets van mag zien, laten we hier even weg.
 *
 * @param {Request} request
 */
export default async function api(request) {
  /** @type {Record<string, string>} */
  const headers = {};
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });
  return Response.json({ wat: 'fiets' }, { headers });
}
