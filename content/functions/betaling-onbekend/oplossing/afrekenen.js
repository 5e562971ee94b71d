const BANK = 'https://bank.example/betalingen';
const GEDULD_MS = 1_000;

/** @param {Request} request */
export default async function afrekenen(request) {
  const { bestelling, bedrag } = await request.json();
  try {
    const eerder = await vraag(`${BANK}/${bestelling}`);
    if (eerder.ok) return Response.json({ betaling: 'gelukt' }, { status: 201 });

    const antwoord = await vraag(BANK, { method: 'POST', body: JSON.stringify({ bestelling, bedrag }) });
    if (!antwoord.ok) return Response.json({ betaling: 'geweigerd' }, { status: antwoord.status });
    return Response.json({ betaling: 'gelukt' }, { status: 201 });
  } catch (fout) {
    // De bank kan het geld al hebben: we weten alleen dat we te lang moesten wachten.
    console.warn(`bestelling ${bestelling}: ${fout}`);
    return Response.json({ betaling: 'onbekend' }, { status: 202 });
  }
}

/**
 * Vraagt de bank iets, en wacht daar niet langer op dan een seconde.
 *
 * @param {string} adres
 * @param {RequestInit} [wat]
 */
function vraag(adres, wat) {
  return fetch(adres, { ...wat, signal: AbortSignal.timeout(GEDULD_MS) });
}
