/** @param {Request} request */
export default async function simulatie(request) {
  /** @type {{ momenten: number[], duurMs: number, wachtMs: number, grens: number }} */
  const { momenten, duurMs } = await request.json();

  /** Per instantie het moment waarop het werk klaar is. @type {number[]} */
  const klaarOp = [];
  let koud = 0;
  for (const nu of momenten) {
    // Hier start elke aanroep een instantie. Zo zuinig is een platform niet.
    klaarOp.push(nu + duurMs);
    koud += 1;
  }
  return Response.json({ koud, warm: 0, geweigerd: 0, hoogste: klaarOp.length });
}
