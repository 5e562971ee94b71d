import { viaAws } from './aws.js';
import boete from './boete.js';
import { voorbeelden } from './voorbeelden.js';

const context = { env: { CENT_PER_DAG: '20' } };

/** @param {URL} url */
async function rechtstreeks(url) {
  const antwoord = await boete(new Request(url), context);
  return { status: antwoord.status, tekst: await antwoord.text() };
}

/** @param {URL} url */
async function alsBijAws(url) {
  // Zo ziet een verzoek eruit als AWS het doorgeeft.
  const event = {
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    requestContext: { http: { method: 'GET' } },
  };
  const { statusCode, body } = await viaAws(event, context);
  return { status: statusCode, tekst: body };
}

export default async function tests() {
  const tellingen = [];
  const regels = [];
  for (const [plek, vraag] of Object.entries({ lab: rechtstreeks, aws: alsBijAws })) {
    let groen = 0;
    for (const { pad, status, cent } of voorbeelden) {
      const antwoord = await vraag(new URL(pad, 'https://test.example'));
      const klopt = antwoord.status === status && JSON.parse(antwoord.tekst).cent === cent;
      if (klopt) groen += 1;
      regels.push(`${klopt ? '✔' : '✘'} ${plek}: ${pad} gaf ${antwoord.status} ${antwoord.tekst}`);
    }
    tellingen.push(`${plek}: ${groen} van de ${voorbeelden.length} groen`);
  }
  return new Response([...tellingen, ...regels].join('\n'));
}
