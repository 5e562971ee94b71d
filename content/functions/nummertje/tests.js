import nummertje from './nummertje.js';
import { gelijk, voerUit } from './runner.js';

/** Een nagemaakte opslag: leeg bij het begin, weg na de test. */
function nepOpslag() {
  /** @type {Map<string, unknown>} */
  const waarden = new Map();
  return {
    /** @param {string} sleutel */
    get: async (sleutel) => waarden.get(sleutel) ?? null,
    /** @param {string} sleutel @param {unknown} waarde */
    put: async (sleutel, waarde) => waarden.set(sleutel, waarde),
  };
}

/** @type {(request: Request, context: object) => Promise<Response>} */
const handler = nummertje;

function vraag() {
  const request = new Request('https://test.example/nummertje', { method: 'POST' });
  return handler(request, { kv: nepOpslag() });
}

export default function tests() {
  return voerUit({
    'wie als eerste komt, krijgt nummer 1': async () => {
      const antwoord = await vraag();
      gelijk(await antwoord.json(), { nummer: 1 });
    },
    'een nummertje trekken lukt': async () => {
      const antwoord = await vraag();
      gelijk(antwoord.status, 200);
    },
  });
}
