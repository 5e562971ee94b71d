import api from './api.js';

const PAGINA = 'https://winkel.example';
const ADRES = 'https://api.functie.test/bestellingen/1';

/**
 * Speelt een browser: een pagina van `https://winkel.example` vraagt `api` om een bestelling, met een token.
 */
export default async function browser() {
  const vraagVooraf = { origin: PAGINA, 'access-control-request-headers': 'authorization' };
  const vooraf = await api(new Request(ADRES, { method: 'OPTIONS', headers: vraagVooraf }));
  console.log(`browser: OPTIONS gaf status ${vooraf.status}`);
  if (!mag(vooraf) || vooraf.headers.get('access-control-allow-headers') !== 'authorization') {
    return Response.json({ gezien: 'niets', waarom: 'OPTIONS staat het niet toe, dus GET gaat niet weg' });
  }

  const echteVraag = { origin: PAGINA, authorization: 'Bearer abc' };
  const antwoord = await api(new Request(ADRES, { headers: echteVraag }));
  console.log(`browser: GET gaf status ${antwoord.status}`);
  if (!mag(antwoord)) {
    return Response.json({ gezien: 'niets', waarom: 'het antwoord staat het niet toe' });
  }
  const { wat } = await antwoord.json();
  return Response.json({ gezien: wat });
}

/** @param {Response} antwoord */
function mag(antwoord) {
  const toegestaan = antwoord.headers.get('access-control-allow-origin');
  return toegestaan === '*' || toegestaan === PAGINA;
}
