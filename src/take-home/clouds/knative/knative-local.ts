/**
 * The project in Knative's own runtime, in a process of its own: `functielab/local.mjs`. The runtime listens on every address of
 * a computer and can't be told otherwise, so there its process is.
 */
import { type AddressInfo, Server } from 'node:net';
import process from 'node:process';
import { askOverHttp } from '../local/ask-over-http.ts';
import { NOTHING_STORED, notHere, type StartLocalCloud } from '../local/local-cloud.ts';
import { readManifest } from '../local/manifest-file.ts';
import { startNode } from '../local/node-child.ts';
import { serveWorld } from '../local/played-world.ts';

export const start: StartLocalCloud = async ({ folder, port = 0 }) => {
  const { services } = await readManifest(folder);
  const world = await serveWorld(services);
  const child = await startNode({
    folder,
    args: ['functielab/serve.mjs'],
    env: { ...world.env, PORT: String(port), NODE_ENV: 'production' },
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

/** For `functielab/serve.mjs`, before the runtime is loaded: its server is for this computer alone, and tells its port. */
export function listenHereOnly(): void {
  const { listen } = Server.prototype;
  Server.prototype.listen = function listenHere(this: Server) {
    this.once('listening', () => {
      console.log(`Luistert op poort ${(this.address() as AddressInfo).port}`);
    });
    return listen.call(this, { port: Number(process.env['PORT'] ?? 0), host: '127.0.0.1' });
  };
}
