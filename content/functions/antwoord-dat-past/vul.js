import { bewaar } from './berichten.js';

/**
 * Zet 25 berichten klaar, waarvan nummer 3 erg lang is.
 *
 * @param {Request} _request
 * @param {Context} context
 */
export default async function vul(_request, context) {
  for (let nummer = 1; nummer <= 25; nummer += 1) {
    const tekst = nummer === 3 ? 'heel lang '.repeat(200) : `bericht nummer ${nummer}`;
    await bewaar(context, { nummer, tekst });
  }
  return Response.json({ berichten: 25 }, { status: 201 });
}
