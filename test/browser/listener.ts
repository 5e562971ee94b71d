/** A server on this machine that notes what is asked of it: whoever reached it reached a network. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export async function listener(onCleanup: (fn: () => Promise<void>) => void) {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(decodeURIComponent(url));
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onCleanup(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser keeps connections open in case it asks more.
        server.closeAllConnections();
      }),
  );
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}
