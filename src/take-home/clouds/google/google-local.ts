/**
 * The project in Google's own framework, in a process of its own: `functielab/local.mjs`. The framework's command listens on
 * every address of a computer, so its door for tests is used, which gives the same server and lets us say where it listens.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { askOverHttp } from '../local/ask-over-http.ts';
import { NOTHING_STORED, notHere, type StartLocalCloud } from '../local/local-cloud.ts';
import { readManifest } from '../local/manifest-file.ts';
import { startNode } from '../local/node-child.ts';
import { serveWorld } from '../local/played-world.ts';

export const start: StartLocalCloud = async ({ folder, port = 0, log }) => {
  const { services } = await readManifest(folder);
  const world = await serveWorld(services);
  const child = await startNode({
    folder,
    args: ['functielab/serve.mjs'],
    // As Google starts it: else the framework shows a caller its own stack.
    env: { ...world.env, PORT: String(port), NODE_ENV: 'production' },
    ...(log && { onLine: log }),
    ready: /^Luistert op poort (\d+)$/,
  });
  const url = `http://127.0.0.1:${child.told}`;
  return {
    url,
    request: (...asked) => askOverHttp({ url }, ...asked),
    upload: notHere('Een bucket'),
    send: notHere('Een wachtrij'),
    tick: notHere('Een timer'),
    settle: async () => {},
    stores: async () => NOTHING_STORED,
    async stop() {
      await child.stop();
      await world.stop();
    },
  };
};

/** For `functielab/serve.mjs`, in that process. @param server the framework's, around the function */
export function serve(server: Server): void {
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
    console.log(`Luistert op poort ${(server.address() as AddressInfo).port}`);
  });
}
