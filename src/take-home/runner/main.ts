/**
 * A downloaded function on the reader's own computer: the platform of the course behind an HTTP server.
 *
 *     node functielab/start.mjs
 *
 * It is the same engine and the same Node host as in the course. The files are read again at each call, so a change
 * is a new version that is deployed by itself. It listens on this computer alone, and runs only what lies beside it.
 *
 * This folder becomes that one file (`../project-zip.ts`), and nothing else imports it but the manifest's form.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Deployment, Engine, realClock } from '../../engine/index.ts';
import { createNodeHost } from '../../host/node/index.ts';
import { answerWith, readRequest } from './http.ts';
import { type RunManifest, runManifestPath } from './run-manifest.ts';
import { entryInWords } from './words.ts';

const FIRST_PORT = 3000;
const PORTS_TO_TRY = 20;

/** The folder of this file lies in the project. */
const project = dirname(dirname(fileURLToPath(import.meta.url)));

const engine = new Engine({ createHost: createNodeHost(project), clock: realClock });
engine.play(readManifest().services);
engine.subscribe((entries) => {
  for (const entry of entries) {
    for (const line of entryInWords(entry)) console.log(line);
  }
});

const server = createServer(async (incoming, outgoing) => {
  try {
    const deployment = readDeployment();
    engine.deploy(deployment);
    const request = await readRequest(incoming);
    answerWith(outgoing, await engine.invoke(deployment.functionName, request));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    outgoing.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
  }
});

function readManifest(): RunManifest {
  return JSON.parse(readFileSync(join(project, runManifestPath), 'utf8'));
}

type RunDeployment = Deployment & Pick<RunManifest, 'trigger'>;

/**
 * What is to be run: the manifest beside this program, and the files as they are on the disk now.
 *
 * @throws Error, in Dutch, for a file that is gone
 */
function readDeployment(): RunDeployment {
  const { paths, services, ...rest } = readManifest();
  return {
    ...rest,
    files: paths.map((path) => {
      const place = join(project, path);
      if (!existsSync(place)) throw new Error(`Het bestand ${path} is er niet meer. Zet het terug.`);
      return { path, text: readFileSync(place, 'utf8') };
    }),
  };
}

function listen(port: number, portsLeft: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && portsLeft > 0) return listen(port + 1, portsLeft - 1);
    console.error(`De server kon niet starten: ${error.message}`);
    process.exitCode = 1;
  });
  server.listen(port, 'localhost', () => {
    server.removeAllListeners('error');
    const { trigger } = readDeployment();
    const address = server.address();
    const actual = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`Je functie staat klaar op http://localhost:${actual}${trigger.path}`);
    console.log(`Aanroepen: ${trigger.method} ${trigger.path}. Stoppen: Ctrl+C`);
  });
}

const asked = process.env['PORT'] ?? '';
if (/^\d+$/.test(asked)) listen(Number(asked), 0);
else listen(FIRST_PORT, PORTS_TO_TRY);
