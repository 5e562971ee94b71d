/** Zo hoort de webwinkel te rekenen. Bedragen en gewichten zijn hele euro’s en hele kilo’s. */
export const afspraak = {
  /** Verzendkosten, in cent. */
  kosten: 495,
  /** Vanaf dit bedrag in euro kost verzenden niets. */
  gratisVanaf: 50,
  /** Boven dit gewicht in kilo komt de toeslag erbij, ook als verzenden gratis is. */
  zwaarBoven: 10,
  /** In cent. */
  toeslag: 1000,
  /** De toeslag geldt ook als verzenden gratis is. */
  toeslagBijGratis: true,
  /** Van het antwoord, als het bedrag of het gewicht ontbreekt. */
  status: 400,
};

/**
 * De handler van een winkel die zo rekent.
 *
 * @param {typeof afspraak} regels
 * @returns {(request: Request) => Response}
 */
export function maakPorto(regels) {
  return (request) => {
    const { searchParams } = new URL(request.url);
    const [bedrag, kilo] = [searchParams.get('bedrag'), searchParams.get('kilo')];
    if (!bedrag || !kilo) return Response.json({ fout: 'Wat kost en weegt het?' }, { status: regels.status });
    const isGratis = Number(bedrag) >= regels.gratisVanaf;
    const isZwaar = Number(kilo) > regels.zwaarBoven && (regels.toeslagBijGratis || !isGratis);
    return Response.json({ cent: (isGratis ? 0 : regels.kosten) + (isZwaar ? regels.toeslag : 0) });
  };
}
