/**
 * @param {Request} request
 * @param {Context} context
 */
export default async function verstuur(request, context) {
  const { POSTDIENST, POST_SLEUTEL } = context.env;
  if (!POSTDIENST) return mislukt(500, 'De instelling POSTDIENST ontbreekt.');
  if (!POST_SLEUTEL) return mislukt(500, 'De instelling POST_SLEUTEL ontbreekt.');

  const { nummer, aan } = await request.json();
  const antwoord = await fetch(`${POSTDIENST}/mails`, {
    method: 'POST',
    headers: { authorization: `Bearer ${POST_SLEUTEL}` },
    body: JSON.stringify({ nummer, aan }),
  });
  const { ok } = await antwoord.json();
  console.log(`bericht ${nummer}: ${ok ? 'verstuurd' : 'geweigerd'}`);

  if (!ok) return mislukt(502, 'De post weigert dit bericht.');
  return Response.json({ verstuurd: nummer }, { status: 202 });
}

/**
 * @param {number} status
 * @param {string} fout
 */
function mislukt(status, fout) {
  console.warn(fout);
  return Response.json({ fout }, { status });
}
