/** Shows a server inside the container to the page outside, on an origin of its own. */
import { request as ask, createServer, type RequestListener } from 'node:http';
import { listenOn } from './listen.ts';

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** What a frame needs in a page that is cross-origin isolated. */
const ISOLATION = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/** @param port where the program really listens, at 127.0.0.1 */
export async function openPreview(port: number): Promise<Preview> {
  const server = createServer(forward(port));
  const ownPort = await listenOn(server, 'localhost');
  return {
    url: `http://localhost:${ownPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(port: number): RequestListener {
  return (request, response) => {
    const { method, url: path, headers } = request;
    const asked = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...ISOLATION });
      answer.pipe(response);
    });
    asked.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502, ISOLATION).end('De server in de container antwoordt niet.');
    });
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  };
}
