/** The container's own server in a plain process: `functielab/local.mjs`. What a container adds to that is a file system. */
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
    args: ['server.mjs'],
    env: { ...world.env, PORT: String(port) },
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
