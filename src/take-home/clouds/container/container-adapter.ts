/** The functions behind a server of Node's own: `functielab/adapter.mjs` of a container. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { type CloudManifest, makeApp, NO_STORES, serveRequest } from '../adapter/index.ts';
import { readRequest, writeResponse } from '../adapter/node-server.ts';

const FIRST_PORT = 8080;

/** On the port that the platform names, as containers are told theirs; prints where it listens. */
export function serve(manifest: CloudManifest, handlers: Readonly<Record<string, unknown>>): void {
  const app = makeApp(manifest, handlers, process.env, NO_STORES);
  const server = createServer(async (incoming, outgoing) => {
    try {
      writeResponse(outgoing, await serveRequest(app, await readRequest(incoming)));
    } catch (error) {
      // A caller that hangs up, or asks in a way that no function can be asked.
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(400);
      outgoing.end();
    }
  });
  // Whoever ends a container asks first, and gives what is under way its time.
  process.on('SIGTERM', () => server.close());
  server.listen(Number(process.env['PORT'] ?? FIRST_PORT), () => {
    console.log(`Luistert op poort ${(server.address() as AddressInfo).port}`);
  });
}
