import { dagDieVoorbijIs } from './dag.js';

/**
 * Wat de timer op een bepaald moment zou doen, zonder daar een half jaar op te wachten.
 *
 * @param {Request} request
 */
export default function proef(request) {
  const moment = new URL(request.url).searchParams.get('moment') ?? '';
  return Response.json({ dag: dagDieVoorbijIs(moment) });
}
