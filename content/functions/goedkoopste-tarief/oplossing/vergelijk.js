/** @typedef {{ naam: string, centPerMiljoen: number, centPerMiljoenMs: number, stapMs: number, vastCent: number }} Tarief */

/** @param {Request} request */
export default async function vergelijk(request) {
  /** @type {{ aantal: number, duurMs: number, tarieven: Tarief[] }} */
  const { aantal, duurMs, tarieven } = await request.json();
  const bedragen = tarieven.map((tarief) => {
    const betaaldeMs = Math.ceil(duurMs / tarief.stapMs) * tarief.stapMs;
    const miljoensten = tarief.centPerMiljoen + betaaldeMs * tarief.centPerMiljoenMs;
    const cent = Math.round((miljoensten * aantal) / 1_000_000) + tarief.vastCent;
    return { naam: tarief.naam, cent };
  });
  return Response.json(bedragen.sort((a, b) => a.cent - b.cent));
}
