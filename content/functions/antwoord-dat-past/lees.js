import { alleBerichten } from './berichten.js';

/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function lees(_request, context) {
  const berichten = await alleBerichten(context);
  return Response.json({ berichten });
}
