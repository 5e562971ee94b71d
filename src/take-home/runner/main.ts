/**
 * A downloaded function on the reader's own computer: the platform of the course behind an HTTP server.
 *
 *     node functielab/start.mjs
 *
 * It is the same engine and the same Node host as in the course. The files are read again at each call, so a change
 * is a new version that is deployed by itself. It listens on this computer alone, and runs only what lies beside it.
 */
import { createServer } from 'node:http';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Engine, realClock } from '../../engine/index.ts';
import { createNodeHost } from '../../host/node/index.ts';
import { readDeployment } from './deployment.ts';
import { answerWith, readRequest } from './http.ts';
import { entryInWords } from './words.ts';

const FIRST_PORT = 3000;
const PORTS_TO_TRY = 20;

/** The folder of this file lies in the project. */
const project = dirname(dirname(fileURLToPath(import.meta.url)));

const engine = new Engine({ createHost: createNodeHost(project), clock: realClock });
engine.subscribe((entries) => {
  for (const entry of entries) {
    for (const line of entryInWords(entry)) console.log(line);
  }
});

const server = createServer(async (incoming, outgoing) => {
  try {
    const deployment = readDeployment(project);
    engine.deploy(deployment);
    const request = await readRequest(incoming);
    answerWith(outgoing, await engine.invoke(deployment.functionName, request));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
  }
});

function listen(port: number, portsLeft: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && portsLeft > 0) return listen(port + 1, portsLeft - 1);
    console.error(`De server kon niet starten: ${error.message}`);
    process.exitCode = 1;
  });
  server.listen(port, 'localhost', () => {
    server.removeAllListeners('error');
    const { trigger } = readDeployment(project);
    const address = server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`Je functie staat klaar op http://localhost:${actual}${trigger.path}`);
    console.log(`Aanroepen: ${trigger.method} ${trigger.path}. Stoppen: Ctrl+C`);
  });
}

const asked = process.env['PORT'] ?? '';
if (/^\d+$/.test(asked)) listen(Number(asked), 0);
else listen(FIRST_PORT, PORTS_TO_TRY);
