import { parentPort } from 'node:worker_threads';
import functie from './functie.js';

// Krijgt het adres van een aanroep, en stuurt het antwoord van de functie terug.
parentPort.on('message', async (url) => {
  try {
    const antwoord = await functie(new Request(url));
    parentPort.postMessage({ status: antwoord.status, tekst: await antwoord.text() });
  } catch (fout) {
    console.error(fout);
    parentPort.postMessage({ status: 500, tekst: `Fout in de functie: ${fout.message}` });
  }
});

parentPort.postMessage('klaar om te beginnen');
