/** @param {Request} request */
export default async function servers(request) {
  /** @type {{ perUur: number[], perServer: number }} */
  const { perUur, perServer } = await request.json();
  const nodig = perUur.map((aanroepen) => Math.max(1, Math.ceil(aanroepen / perServer)));
  const vast = Math.max(...nodig);
  const samen = perUur.reduce((som, aanroepen) => som + aanroepen, 0);

  let tekort = 0;
  let serveruren = 0;
  for (const [uur, aanroepen] of perUur.entries()) {
    // De schaler weet pas hoe druk het is als het uur voorbij is.
    const staan = uur === 0 ? 1 : (nodig[uur - 1] ?? 1);
    tekort += Math.max(0, aanroepen - staan * perServer);
    serveruren += staan;
  }
  return Response.json({
    vast,
    bezet: Math.round((100 * samen) / (vast * perServer * perUur.length)),
    tekort,
    serveruren,
  });
}
