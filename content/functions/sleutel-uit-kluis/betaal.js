import { boek } from './bank.js';
import { leesGeheim } from './kluis.js';

/** @type {string | undefined} */
let sleutel;

/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function betaal(request, context) {
  const { bedrag } = await request.json();
  sleutel ??= await leesGeheim(context, 'bank');

  const gelukt = await boek(context, sleutel, bedrag);
  if (!gelukt) return Response.json({ fout: 'De bank weigert onze sleutel.' }, { status: 503 });
  return Response.json({ betaald: bedrag }, { status: 201 });
}
