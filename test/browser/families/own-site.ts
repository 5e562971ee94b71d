/** The built site on a server of one test, which can go away and come back: a network that fails, in any family. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { withSlashes } from '../../../src/build/base.ts';
import { startServer } from '../../../src/cli/serve.ts';

const SITE = fileURLToPath(new URL('../../../dist', import.meta.url));

export interface OwnSite {
  /** Address of the home page; it ends with a slash. */
  readonly url: string;
  /** From here on nobody answers. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  start(): Promise<void>;
}

export async function ownSite(): Promise<OwnSite> {
  const base = withSlashes(process.env.BASE_PATH ?? '/');
  let server = await startServer({ root: SITE, port: 0, base });
  const { url } = server;
  onTestFinished(() => server.close());
  return {
    url,
    stop: () => server.close(),
    start: async () => {
      server = await startServer({ root: SITE, port: Number(new URL(url).port), base });
    },
  };
}
