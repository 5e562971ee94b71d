import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Worker } from 'node:worker_threads';

const POORT = 3000;
const MAX_INSTANTIES = 4;
const TIMEOUT_MS = 3_000;
const RUSTTIJD_MS = 30_000;
const GEHEUGEN_MB = 128;

const instanties = new Set(); // alle instanties die leven
const vrij = []; // de instanties zonder werk: wie het laatst klaar was, staat achteraan
let aanroepen = 0;
let gestart = 0;
let gbSeconden = 0;

// 1. Er komt een verzoek binnen.
const server = createServer(async (verzoek, antwoord) => {
  const [pad] = verzoek.url.split('?');
  if (pad === '/functie') {
    const { status, tekst, ...meting } = await roepAan(`http://localhost:${POORT}${verzoek.url}`);
    antwoord.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...meting }).end(tekst);
  } else if (pad === '/') {
    const pagina = await readFile('pagina.html');
    antwoord.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pagina);
  } else {
    antwoord.writeHead(404).end();
  }
});

async function roepAan(url) {
  aanroepen += 1;
  const aanroep = `aanroep ${aanroepen}`;

  // 2. Kies een instantie zonder werk. Zijn er meer, neem dan die het laatst klaar was.
  let instantie = vrij.pop();
  const start = instantie ? 'warm' : 'koud';

  // 3. Is er geen? Weiger als het maximum bereikt is. Maak er anders een.
  if (!instantie) {
    if (instanties.size >= MAX_INSTANTIES) {
      console.log(`${aanroep}: geweigerd (429), alle instanties zijn bezig`);
      return { status: 429, tekst: 'Het is te druk. Probeer het straks opnieuw.' };
    }
    instantie = maakInstantie();
  }
  clearTimeout(instantie.wekker);
  const { nr, worker } = instantie;
  console.log(`${aanroep}: naar instantie ${nr} (${start})`);

  // 4. Wacht tot de instantie klaarstaat. Stuur dan het werk, en wacht op het antwoord.
  const begin = performance.now();
  let uitkomst;
  try {
    if (start === 'koud') {
      await bericht(worker);
      console.log(`instantie ${nr}: klaar na ${Math.ceil(performance.now() - begin)} ms koude start`);
    }
    worker.postMessage(url);
    uitkomst = await bericht(worker);
  } catch (fout) {
    const isTeLaat = fout.name === 'AbortError';
    stop(instantie, isTeLaat ? 'de timeout is voorbij' : fout.message);
    uitkomst = { status: isTeLaat ? 504 : 500, tekst: 'De instantie gaf geen antwoord. Zie het logboek.' };
  }

  // 5. Meet hoelang het duurde, en schrijf de bon.
  const duurMs = Math.ceil(performance.now() - begin);
  gbSeconden += (duurMs / 1000) * (GEHEUGEN_MB / 1024);
  console.log(`${aanroep}: status ${uitkomst.status} na ${duurMs} ms`);
  console.log(`bon: samen ${gbSeconden.toLocaleString('nl')} GB-seconden`);

  // 6. Laat de instantie wachten op nieuw werk. Komt dat niet, dan stopt ze.
  if (instanties.has(instantie)) {
    vrij.push(instantie);
    instantie.wekker = setTimeout(() => stop(instantie, 'te lang niets te doen'), RUSTTIJD_MS);
  }
  return { ...uitkomst, instantie: nr, start, 'duur-ms': duurMs };
}

function maakInstantie() {
  gestart += 1;
  const instantie = { nr: gestart, worker: new Worker('./instantie.js') };
  instantie.worker.on('error', (fout) => stop(instantie, fout.message));
  instantie.worker.on('exit', () => stop(instantie, 'ze sloot zichzelf af'));
  instanties.add(instantie);
  return instantie;
}

/** Wacht op het volgende bericht van een instantie, maximaal tot de timeout. */
async function bericht(worker) {
  const [inhoud] = await once(worker, 'message', { signal: AbortSignal.timeout(TIMEOUT_MS) });
  return inhoud;
}

function stop(instantie, reden) {
  if (!instanties.delete(instantie)) return;
  if (vrij.includes(instantie)) vrij.splice(vrij.indexOf(instantie), 1);
  clearTimeout(instantie.wekker);
  instantie.worker.terminate();
  console.log(`instantie ${instantie.nr}: gestopt, ${reden}`);
}

server.listen(POORT, () => console.log(`Het platform luistert op http://localhost:${POORT}/`));
