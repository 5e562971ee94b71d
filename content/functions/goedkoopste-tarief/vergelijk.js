/** @typedef {{ naam: string, centPerMiljoen: number, centPerMiljoenMs: number, stapMs: number, vastCent: number }} Tarief */

/** @param {Request} request */
export default async function vergelijk(request) {
  /** @type {{ aantal: number, duurMs: number, tarieven: Tarief[] }} */
  const { aantal, tarieven } = await request.json();
  const bedragen = tarieven.map(({ naam, centPerMiljoen }) => ({
    naam,
    cent: Math.round((centPerMiljoen / 1_000_000) * aantal),
  }));
  return Response.json(bedragen);
}
