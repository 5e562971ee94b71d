import { zoek } from './zoek.js';

const LANGSTE_WOORD = 50;
const MEESTE_KEREN = 3;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function zoeken(request, context) {
  const aanroeper = request.headers.get('x-aanroeper');
  if (!aanroeper) return weiger(401, 'Zeg wie je bent.');
  const woord = new URL(request.url).searchParams.get('woord') ?? '';
  if (woord === '' || woord.length > LANGSTE_WOORD) return weiger(400, 'Geef een kort woord.');

  const bewaard = await context.kv.get(`antwoord/${woord}`);
  if (bewaard) return Response.json(bewaard);

  const keren = (await context.kv.get(`aanroeper/${aanroeper}`)) ?? 0;
  if (keren >= MEESTE_KEREN) return weiger(429, 'Je hebt al drie keer gezocht.');
  await context.kv.put(`aanroeper/${aanroeper}`, keren + 1);
  const antwoord = await zoek(woord);
  await context.kv.put(`antwoord/${woord}`, antwoord);
  return Response.json(antwoord);
}

/**
 * @param {number} status
 * @param {string} fout
 */
function weiger(status, fout) {
  return Response.json({ fout }, { status });
}
