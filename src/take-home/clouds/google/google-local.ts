/**
 * The project in Google's own framework, in a process of its own: `functielab/local.mjs`. The framework's command listens on
 * every address of a computer, so its door for tests is used, which gives the same server and lets us say where it listens.
 */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { httpOnly } from '../local/http-only.ts';

export const start = httpOnly({
  program: 'functielab/serve.mjs',
  // As Google starts it: else the framework shows a caller its own stack.
  env: { NODE_ENV: 'production' },
});

/** For `functielab/serve.mjs`, in that process. @param server the framework's, around the function */
export function serve(server: Server): void {
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => {
    console.log(`Luistert op poort ${(server.address() as AddressInfo).port}`);
  });
}
