/** @param {Request} request */
export default function omslag(request) {
  const vragen = new URL(request.url).searchParams;
  const serverCent = Number(vragen.get('serverCent'));
  const aanroepMiljoenste = Number(vragen.get('aanroepMiljoenste'));
  return Response.json({ perMaand: serverCent / aanroepMiljoenste, perDag: 0 });
}
