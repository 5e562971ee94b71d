import boete from './boete.js';
import { gelijk, voerUit } from './runner.js';

// Nagemaakt: alleen wat de handler nodig heeft.
const context = { env: { CENT_PER_DAG: '20' } };

/** @param {string} pad */
function vraag(pad) {
  const request = new Request(`https://test.example${pad}`);
  return boete(request, context);
}

export default function tests() {
  return voerUit({
    'zeven dagen te laat kost 140 cent': async () => {
      const antwoord = await vraag('/boete?dagen=7');
      gelijk(await antwoord.json(), { cent: 140 });
    },
    'op tijd kost niets': async () => {
      const antwoord = await vraag('/boete?dagen=0');
      gelijk(await antwoord.json(), { cent: 0 });
    },
    'twee dagen te vroeg kost ook niets': async () => {
      const antwoord = await vraag('/boete?dagen=-2');
      gelijk(await antwoord.json(), { cent: 0 });
    },
    'honderd dagen te laat kost maximaal 500 cent': async () => {
      const antwoord = await vraag('/boete?dagen=100');
      gelijk(await antwoord.json(), { cent: 500 });
    },
    // Hier komt jouw test.
  });
}
