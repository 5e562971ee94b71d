/** @param {Request} request */
export default async function simulatie(request) {
  /** @type {{ momenten: number[], duurMs: number, wachtMs: number, grens: number }} */
  const { momenten, duurMs, wachtMs, grens } = await request.json();

  /** Per instantie het moment waarop het werk klaar is. @type {number[]} */
  let klaarOp = [];
  let koud = 0;
  let warm = 0;
  let geweigerd = 0;
  let hoogste = 0;
  for (const nu of momenten) {
    klaarOp = klaarOp.filter((klaar) => nu - klaar < wachtMs);
    const laatstVrij = Math.max(...klaarOp.filter((klaar) => klaar <= nu));
    if (Number.isFinite(laatstVrij)) {
      klaarOp[klaarOp.indexOf(laatstVrij)] = nu + duurMs;
      warm += 1;
    } else if (klaarOp.length < grens) {
      klaarOp.push(nu + duurMs);
      koud += 1;
    } else {
      geweigerd += 1;
    }
    hoogste = Math.max(hoogste, klaarOp.length);
  }
  return Response.json({ koud, warm, geweigerd, hoogste });
}
