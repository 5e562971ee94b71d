import { leesToken } from './token.js';

const bestellingen = new Map([
  ['1', { van: 'mila', wat: 'fiets' }],
  ['2', { van: 'ali', wat: 'tent' }],
]);

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function bestelling(request, context) {
  const token = (request.headers.get('authorization') ?? '').replace('Bearer ', '');
  const bezoeker = await leesToken(token, context.env.TOKEN_GEHEIM ?? '');
  if (bezoeker === null) return Response.json({ fout: 'Wie ben je?' }, { status: 401 });
  console.log(`${bezoeker.naam} vraagt bestelling ${context.params.nummer}`);

  const gevonden = bestellingen.get(context.params.nummer ?? '');
  if (!gevonden) return Response.json({ fout: 'Die is er niet.' }, { status: 404 });

  return Response.json(gevonden);
}
