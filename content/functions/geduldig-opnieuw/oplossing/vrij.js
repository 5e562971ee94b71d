const POGINGEN = 4;
const BEGIN_MS = 200;
/** Langer wachten past niet in de timeout van 3 seconden. */
const GEDULD_MS = 2_000;

/** @param {Request} request */
export default async function vrij(request) {
  const zaal = new URL(request.url).searchParams.get('zaal');
  for (let poging = 1; poging <= POGINGEN; poging += 1) {
    const antwoord = await fetch(`https://zalen.example/zalen/${zaal}`);
    if (antwoord.ok) return Response.json(await antwoord.json());
    console.log(`poging ${poging}: status ${antwoord.status}`);
    if (antwoord.status !== 429 && antwoord.status !== 503) {
      return Response.json({ fout: 'Dit verzoek kan niet.' }, { status: antwoord.status });
    }

    const wachtMs = hoelang(poging, antwoord);
    if (poging === POGINGEN || wachtMs > GEDULD_MS) break;
    await new Promise((klaar) => setTimeout(klaar, wachtMs));
  }
  return Response.json({ fout: 'Het bleef te druk.' }, { status: 503 });
}

/**
 * Steeds langer, met toeval, en minstens zo lang als de dienst vraagt.
 *
 * @param {number} poging vanaf 1
 * @param {Response} antwoord
 */
function hoelang(poging, antwoord) {
  const grensMs = BEGIN_MS * 2 ** (poging - 1);
  const gevraagdMs = 1_000 * Number(antwoord.headers.get('retry-after') ?? 0);
  return Math.max(gevraagdMs, Math.random() * grensMs);
}
