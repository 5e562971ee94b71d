import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const POORT = 3000;

let taken = [];
let volgendId = 1;

const server = createServer(async (verzoek, antwoord) => {
  try {
    await beantwoord(verzoek, antwoord);
  } catch (fout) {
    // Zonder deze regels legt één fout de hele server plat.
    console.error(fout);
    stuur(antwoord, 500, { fout: 'Er ging iets mis.' });
  }
});

async function beantwoord(verzoek, antwoord) {
  const { method } = verzoek;
  const [pad] = verzoek.url.split('?');
  console.log(`${method} ${pad}`);

  if (method === 'GET' && pad === '/taken') {
    stuur(antwoord, 200, taken);
  } else if (method === 'POST' && pad === '/taken') {
    const { tekst } = await json(verzoek);
    if (!tekst) return stuur(antwoord, 400, { fout: 'Een taak heeft een tekst nodig.' });
    const taak = { id: volgendId, tekst };
    volgendId += 1;
    taken.push(taak);
    stuur(antwoord, 201, taak);
  } else if (method === 'DELETE' && pad.startsWith('/taken/')) {
    const id = Number(pad.slice('/taken/'.length));
    taken = taken.filter((taak) => taak.id !== id);
    antwoord.writeHead(204).end();
  } else if (method === 'GET' && pad === '/') {
    antwoord.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    antwoord.end(await readFile('pagina.html'));
  } else {
    stuur(antwoord, 404, { fout: 'Dit adres bestaat niet.' });
  }
}

function stuur(antwoord, status, inhoud) {
  antwoord.writeHead(status, { 'content-type': 'application/json' });
  antwoord.end(JSON.stringify(inhoud));
}

server.listen(POORT, () => console.log(`De server luistert op http://localhost:${POORT}/`));
