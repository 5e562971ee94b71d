/** @param {Request} request */
export default async function hoeveelKlaar(request) {
  /** @type {{ pieken: number[], procent: number, cent: number }} */
  const { pieken, procent, cent } = await request.json();
  const aanroepen = pieken.reduce((som, piek) => som + piek, 0);
  let klaar = 0;
  while (koudBij(pieken, klaar) * 100 > procent * aanroepen) klaar += 1;
  return Response.json({ klaar, koud: koudBij(pieken, klaar), cent: klaar * cent });
}

/**
 * Van elke piek start koud wat er niet klaarstond.
 *
 * @param {number[]} pieken
 * @param {number} klaar
 */
function koudBij(pieken, klaar) {
  return pieken.reduce((som, piek) => som + Math.max(0, piek - klaar), 0);
}
