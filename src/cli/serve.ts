/**
 * Serves the built site on this computer as a host on the web would: with the headers in `dist/_headers`,
 * the 404 page, and addresses that end in a slash. `npm start` ends here, and the browser tests use it too.
 */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withSlashes } from '../build/base.ts';
import { KEPT_OTHERWISE, KEPT_WHEN_MISSING } from './recipes/hosting-site.ts';
import { type ServedFile, type SiteInMemory, siteFrom } from './site-in-memory.ts';

const FIRST_PORT = 4321;
const PORTS_TO_TRY = 20;

export interface ServerOptions {
  /** Folder of the built site. */
  readonly root: string;
  /** Exactly this port; 0 is any free one. Without it: the first free one from `firstPort`. */
  readonly port?: number;
  /** 4321 unless a test says otherwise. */
  readonly firstPort?: number;
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

type FindSite = () => SiteInMemory | null;

function siteListener(
  findSite: FindSite,
  { base = '/', rewriteHeaders = (headers) => headers }: ServerOptions,
): RequestListener {
  return (request, response) => {
    const refuse = (status: number) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end();
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);

    const address = addressOf(request.url ?? '');
    if (address === null) return refuse(400);
    const { pathname, search } = address;
    const redirect = (to: string) => {
      response.writeHead(308, { location: to + search }).end();
    };
    if (!pathname.startsWith(base)) return pathname === base.slice(0, -1) ? redirect(base) : refuse(404);
    // Once a request, so that everything in its answer is of one build.
    const site = findSite();
    if (site === null) return refuse(503);

    for (const [name, value] of rewriteHeaders(site.headersOf(pathname))) response.setHeader(name, value);
    const path = pathname.slice(base.length);
    const file = site.files.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    // Relative links on a page count from its slash, so a page has one address, with the slash.
    if (!file && !path.endsWith('/') && site.files.has(`${path}/index.html`)) {
      redirect(`${base}${path.split('/').map(encodeURIComponent).join('/')}/`);
    } else if (file) send(response, file, request.headers['if-none-match']);
    else sendNotFound(response, site.files.get('404.html'));
  };
}

/**
 * Takes a path of this host and nothing else. A browser reads `//` and `/\\` at the beginning of a `Location` as another
 * host, so a server that sends on what it was asked for can be made to send a reader anywhere.
 *
 * @param target as the request has it
 * @returns the decoded path, and what is asked behind a `?`, with it; null when it is no path of a site
 */
function addressOf(target: string): { readonly pathname: string; readonly search: string } | null {
  if (!/^\/(?!\/)[^?\\]*(\?|$)/.test(target)) return null;
  try {
    const { pathname, search } = new URL(target, 'http://localhost');
    const decoded = decodeURIComponent(pathname);
    return /^\/\/|\\/.test(decoded) ? null : { pathname: decoded, search };
  } catch {
    return null;
  }
}

/** A browser may keep a file, but asks whether it is still the same, unless the rules say otherwise. */
function send(
  response: ServerResponse,
  { content, type, etag }: ServedFile,
  known: string | undefined,
): void {
  response.setHeader('etag', etag);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', KEPT_OTHERWISE);
  if (known === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { 'content-type': type, 'content-length': content.length }).end(content);
}

function sendNotFound(response: ServerResponse, page: ServedFile | undefined): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': KEPT_WHEN_MISSING });
  response.end(page?.content ?? 'Deze pagina bestaat niet.');
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
  const { root, port, firstPort = FIRST_PORT, base = '/' } = options;
  const findSite = siteFrom(root);
  if (findSite() === null) {
    throw new Error(`In ${root} staat geen gebouwde site. Draai eerst: npm run build`);
  }
  const server = createServer(siteListener(findSite, options));
  const candidates =
    port === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, i) => firstPort + i) : [port];

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
      ? `De poorten ${firstPort} tot en met ${firstPort + PORTS_TO_TRY - 1} zijn allemaal bezet.`
      : `Poort ${port} is bezet. Kies een andere, met PORT=8080 npm start bijvoorbeeld.`,
  );
}

async function main(): Promise<void> {
  const root = fileURLToPath(new URL('../../dist', import.meta.url));
  const asked = process.env.PORT;
  const port = asked ? Number(asked) : undefined;
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    throw new Error(`PORT is geen poortnummer: ${asked}. Kies een getal van 0 tot en met 65535.`);
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
