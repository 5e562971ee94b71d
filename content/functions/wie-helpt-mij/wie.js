/**
 * @param {Request} _request
 * @param {Context} _context
 */
export default async function wie(_request, _context) {
  const instantie = crypto.randomUUID();
  await new Promise((klaar) => setTimeout(klaar, 30));
  return Response.json({ instantie, klant: 1, koud: true });
}
