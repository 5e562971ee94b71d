/**
 * The project in Knative's own runtime, in a process of its own: `functielab/local.mjs`. The runtime listens on every address of
 * a computer and can't be told otherwise, so there its process is.
 */
import { type AddressInfo, Server } from 'node:net';
import process from 'node:process';
import { httpOnly } from '../local/http-only.ts';

export const start = httpOnly({ program: 'functielab/serve.mjs', env: { NODE_ENV: 'production' } });

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
