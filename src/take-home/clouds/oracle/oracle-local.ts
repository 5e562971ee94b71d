/**
 * The project in Oracle's own kit, as its platform starts it: a process that listens on a socket, with a gateway before it.
 * `functielab/local.mjs`.
 */
import { existsSync, watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { answering, settingsOf } from '../local/http-only.ts';
import type { StartLocalCloud } from '../local/local-cloud.ts';
import { readManifest } from '../local/manifest-file.ts';
import { startNode } from '../local/node-child.ts';
import { serveWorld } from '../local/played-world.ts';
import { serveGateway } from './oracle-gateway.ts';

const SCHEME = 'unix:';

export const start: StartLocalCloud = async ({ folder, port = 0, log }) => {
  if (process.platform === 'win32') {
    throw new Error(
      'De kit van Oracle luistert op een Unix-socket, en die is er niet in Windows. Gebruik WSL.',
    );
  }
  const { services, functions } = await readManifest(folder);
  const world = await serveWorld(services);
  // A path of a socket has about a hundred signs, so it is not in the project's own folder.
  const place = await mkdtemp(join(tmpdir(), 'fn-'));
  const socketPath = join(place, 'kit.sock');
  const cleanUp = () => rm(place, { recursive: true, force: true });
  const child = await startNode({
    folder,
    args: ['functielab/serve.mjs'],
    env: {
      ...settingsOf(functions),
      ...world.env,
      FN_FORMAT: 'http-stream',
      FN_LISTENER: `${SCHEME}${socketPath}`,
    },
    ...(log && { onLine: log }),
    ready: /^(De kit luistert)$/,
  }).catch(async (error: unknown) => {
    await cleanUp();
    throw error;
  });
  const gateway = await serveGateway(socketPath, port).catch(async (error: unknown) => {
    // The port that was asked for is taken.
    await child.stop();
    await cleanUp();
    throw error;
  });
  return answering(gateway.url, async () => {
    await gateway.stop();
    await child.stop();
    await world.stop();
    await cleanUp();
  });
};

/** For `functielab/serve.mjs`, before the function is loaded: the kit says nothing when its socket is there. */
export function tellWhenListening(): void {
  const socketPath = (process.env['FN_LISTENER'] ?? '').slice(SCHEME.length);
  const watcher = watch(dirname(socketPath), () => {
    if (!existsSync(socketPath)) return;
    watcher.close();
    console.log('De kit luistert');
  });
}
