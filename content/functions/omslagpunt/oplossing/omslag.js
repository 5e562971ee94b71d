const DAGEN = 30;
const MILJOEN = 1_000_000;

/** @param {Request} request */
export default function omslag(request) {
  const vragen = new URL(request.url).searchParams;
  const serverCent = getal(vragen.get('serverCent'));
  const aanroepMiljoenste = getal(vragen.get('aanroepMiljoenste'));
  if (serverCent === null || aanroepMiljoenste === null) {
    return Response.json({ fout: 'Geef twee getallen van nul of meer.' }, { status: 400 });
  }
  if (aanroepMiljoenste === 0) return Response.json({ perMaand: null, perDag: null });
  const perMaand = Math.floor((serverCent * MILJOEN) / aanroepMiljoenste) + 1;
  return Response.json({ perMaand, perDag: Math.ceil(perMaand / DAGEN) });
}

/** @param {string | null} tekst */
function getal(tekst) {
  if (tekst === null || tekst.trim() === '') return null;
  const waarde = Number(tekst);
  return Number.isFinite(waarde) && waarde >= 0 ? waarde : null;
}
