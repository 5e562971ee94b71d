import { leesToken } from './token.js';

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function notitie(request, context) {
  const { TOKEN_GEHEIM = '', HERKOMST = '' } = context.env;
  const headers = {
    'access-control-allow-origin': HERKOMST,
    'access-control-allow-methods': 'GET',
    'access-control-allow-headers': 'authorization',
  };
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });

  const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '');
  const bezoeker = await leesToken(token, TOKEN_GEHEIM);
  if (bezoeker === null) return Response.json({ fout: 'Wie ben je?' }, { status: 401, headers });

  const gevonden = await context.kv.get(`notitie/${context.params.nummer}`);
  if (gevonden === null) return Response.json({ fout: 'Die is er niet.' }, { status: 404, headers });
  if (gevonden.van !== bezoeker.naam) {
    return Response.json({ fout: 'Die is niet van jou.' }, { status: 403, headers });
  }
  return Response.json({ tekst: gevonden.tekst }, { headers });
}
