import { zoek } from './zoek.js';

/**
 * @param {Request} request
 * @param {Context} _context
 */
export default async function zoeken(request, _context) {
  const woord = new URL(request.url).searchParams.get('woord') ?? '';
  return Response.json(await zoek(woord));
}
