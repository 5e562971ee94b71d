/** A project that answers HTTP and keeps nothing, in a process of its own with the provider's framework in it. */
import type { CloudFunctionSpec } from '../adapter/cloud-function.ts';
import { askOverHttp } from './ask-over-http.ts';
import { type LocalCloud, NOTHING_STORED, notHere, type StartLocalCloud } from './local-cloud.ts';
import { readManifest } from './manifest-file.ts';
import { startNode } from './node-child.ts';
import { serveWorld } from './played-world.ts';

/** What a program prints when it listens. */
export const LISTENS = /^Luistert op poort (\d+)$/;

export interface HttpOnlyProgram {
  /** From the folder of the project. It listens on the port in PORT, and tells which that is. */
  readonly program: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function httpOnly({ program, env = {} }: HttpOnlyProgram): StartLocalCloud {
  return async ({ folder, port = 0, log }) => {
    const { services, functions } = await readManifest(folder);
    const world = await serveWorld(services);
    const child = await startNode({
      folder,
      args: [program],
      env: { ...settingsOf(functions), ...env, ...world.env, PORT: String(port) },
      ...(log && { onLine: log }),
      ready: LISTENS,
    });
    return answering(`http://127.0.0.1:${child.told}`, async () => {
      await child.stop();
      await world.stop();
    });
  };
}

/** What it can be asked there, and what not. */
export function answering(url: string, stop: () => Promise<void>): LocalCloud {
  return {
    url,
    request: (...asked) => askOverHttp({ url }, ...asked),
    upload: notHere('Een bucket'),
    send: notHere('Een wachtrij'),
    tick: notHere('Een timer'),
    settle: async () => {},
    stores: async () => NOTHING_STORED,
    stop,
  };
}

/** As a platform hands them over: whatever the reader's own terminal has under these names. */
export function settingsOf(
  functions: readonly Pick<CloudFunctionSpec, 'env'>[],
): Readonly<Record<string, string>> {
  return Object.assign({}, ...functions.map(({ env }) => env));
}
