const instantie = crypto.randomUUID();
let klanten = 0;

/**
 * @param {Request} _request
 * @param {Context} context
 */
export default async function wie(_request, context) {
  klanten += 1;
  const klant = klanten;
  await new Promise((klaar) => setTimeout(klaar, 30));
  return Response.json({ instantie, klant, koud: context.coldStart });
}
