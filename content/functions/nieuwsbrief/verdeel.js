import { lezers } from './lezers.js';

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function verdeel(request, context) {
  const { onderwerp } = (await request.json().catch(() => null)) ?? {};
  if (!onderwerp) return Response.json({ fout: 'Geef een onderwerp.' }, { status: 400 });

  await Promise.all(lezers.map((lezer) => context.queue.send({ lezer, onderwerp })));
  return Response.json({ berichten: lezers.length }, { status: 202 });
}
