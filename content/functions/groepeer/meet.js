import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);

// Vindt in elke regel met import of export de naam van het andere bestand.
const IMPORT = /^(?:import|export)\b[^'"=;(]*['"]([^'"]+)['"]/gm;

const gezien = new Set();
let bytes = 0;

await volg(new URL('groepeer.js', import.meta.url));
console.log(`${gezien.size} bestanden, samen ${Math.ceil(bytes / 1024)} KB`);

// Telt een bestand, en daarna elk bestand dat het importeert.
async function volg(adres) {
  if (gezien.has(adres.href)) return;
  gezien.add(adres.href);

  const inhoud = await readFile(adres);
  bytes += inhoud.length;

  for (const [, naam] of inhoud.toString().matchAll(IMPORT)) {
    const isEigenBestand = naam.startsWith('.');
    await volg(isEigenBestand ? new URL(naam, adres) : pathToFileURL(resolve(naam)));
  }
}
