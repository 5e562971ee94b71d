/**
 * Serves the built site on this computer as a host on the web would: with the headers in `dist/_headers`,
 * the 404 page, and addresses that end in a slash. `npm start` ends here, and the browser tests use it too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { withSlashes } from '../build/base.ts';
import { headersFor, parseHeadersFile } from '../build/headers-file.ts';

const FIRST_PORT = 4321;
const PORTS_TO_TRY = 20;

export interface ServerOptions {
  /** Folder of the built site. */
  readonly root: string;
  /** Exactly this port; 0 is any free one. Without it: the first free one from 4321. */
  readonly port?: number;
  /** Path on the host under which the site lives; it begins and ends with a slash. */
  readonly base?: string;
  /** Changes what `_headers` gives a path: for a test that stands something in for another site, in a policy. */
  readonly rewriteHeaders?: (headers: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
}

export interface RunningServer {
  /** Address of the home page; it ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Only the index of the search has names without a type of their own. */
function contentType(pathname: string): string | undefined {
  return /\.(pagefind|pf_\w+)$/.test(pathname) ? 'application/octet-stream' : undefined;
}

function siteListener({
  root,
  base = '/',
  rewriteHeaders = (headers) => headers,
}: ServerOptions): RequestListener {
  const headersFile = join(root, '_headers');
  const extraHeaders = headersFor(
    existsSync(headersFile) ? parseHeadersFile(readFileSync(headersFile, 'utf8')) : [],
  );
  // `dev` reads from the disk at each request, so that a new build is served without a restart. With `etag`
  // it answers `no-cache`: a browser may keep a file, but asks whether it is still the same.
  const files = sirv(root, { dev: true, etag: true });

  return (request, response) => {
    const refuse = (status: number) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end();
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);

    let url: URL;
    let pathname: string;
    try {
      url = new URL(request.url ?? '/', 'http://localhost');
      pathname = decodeURIComponent(url.pathname);
    } catch {
      return refuse(400);
    }
    if (!pathname.startsWith(base)) {
      if (pathname !== base.slice(0, -1)) return refuse(404);
      response.writeHead(308, { location: base + url.search }).end();
      return;
    }

    for (const [name, value] of rewriteHeaders(extraHeaders(pathname))) response.setHeader(name, value);
    const type = contentType(pathname);
    if (type) response.setHeader('content-type', type);

    const notFound = () => {
      const page = join(root, '404.html');
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(existsSync(page) ? readFileSync(page) : 'Deze pagina bestaat niet.');
    };
    const inSite = `/${pathname.slice(base.length)}`;
    // The hosts read this file and do not hand it out.
    if (inSite === '/_headers') return notFound();
    // Relative links on a page count from its slash, so a page has one address, with the slash.
    if (!inSite.endsWith('/') && isPage(root, inSite)) {
      response.writeHead(308, { location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    request.url = url.pathname.slice(base.length - 1) + url.search;
    files(request, response, notFound);
  };
}

function isPage(root: string, path: string): boolean {
  const folder = join(root, path);
  return folder.startsWith(root) && existsSync(join(folder, 'index.html'));
}

/** @throws the error of `listen`: `EADDRINUSE` when the port is taken */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** @throws Error when the folder holds no site, or the port (or each port that may be tried) is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { root, port, base = '/' } = options;
  if (!existsSync(join(root, 'index.html'))) {
    throw new Error(`In ${root} staat geen gebouwde site. Draai eerst: npm run build`);
  }
  const server = createServer(siteListener(options));
  const candidates =
    port === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, i) => FIRST_PORT + i) : [port];

  for (const candidate of candidates) {
    try {
      const actual = await listen(server, candidate);
      return {
        url: `http://localhost:${actual}${base}`,
        close: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      };
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(
    port === undefined
      ? `De poorten ${FIRST_PORT} tot en met ${FIRST_PORT + PORTS_TO_TRY - 1} zijn allemaal bezet.`
      : `Poort ${port} is bezet. Kies een andere, met PORT=8080 npm start bijvoorbeeld.`,
  );
}

async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../../dist', import.meta.url));
  const asked = process.env.PORT;
  const port = asked ? Number(asked) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    throw new Error(`PORT is geen poortnummer: ${asked}`);
  }
  const base = withSlashes(process.env.BASE_PATH ?? '/');
  const server = await startServer({ root, base, ...(port === undefined ? {} : { port }) });

  console.log(`\nFunctielab staat klaar op ${server.url}\nStoppen: Ctrl+C`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await server.close();
      process.exit(0);
    });
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
