/** @param {Request} request */
export default async function hoeveelKlaar(request) {
  const { pieken, cent } = await request.json();
  const klaar = Math.max(...pieken);
  return Response.json({ klaar, koud: 0, cent: klaar * cent });
}
