/**
 * The server of the tool: HTTP on this computer alone, with the gate in front (`gate.ts`). What comes through is a request for a
 * function, or one for the desk (`desk.ts`) under a path of its own.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HttpRequestData, HttpResponseData } from '../../contract/data.ts';
import { readRequest } from '../../take-home/runner/http.ts';
import { judge, type Lock, otherCookies, type Refusal, TOKEN_HEADER, TOKEN_PARAMETER } from './gate.ts';

const FIRST_PORT = 4400;
const PORTS_TO_TRY = 20;
/** 192 bits: nobody guesses it. */
const TOKEN_BYTES = 24;

export interface LocalServerOptions {
  /** Exactly this port; 0 is any free one. Null: the first free one from 4400 on. */
  readonly port: number | null;
  /** 4400 unless a test says otherwise. */
  readonly firstPort?: number;
  readonly answer: (request: HttpRequestData) => Promise<HttpResponseData>;
  readonly refusalWords: Readonly<Record<Refusal, string>>;
  readonly welcomeWords: string;
  readonly failedWords: string;
}

export interface LocalServer extends Lock {
  /** With the token: for a browser. */
  readonly address: string;
  /** Without it. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Each port that may be taken is. */
export class PortTaken extends Error {
  readonly first: number;
  readonly last: number;

  constructor(first: number, last: number) {
    super(`Ports ${first} to ${last} are taken`);
    this.first = first;
    this.last = last;
  }
}

/** @throws PortTaken, or the error of `listen` */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const lock = { port: 0, token };
  const server = createServer((incoming, outgoing) => {
    void respond(incoming, outgoing, lock, options).catch(() => {
      // The caller went away, or sent half a request: there is nobody to tell.
      outgoing.destroy();
    });
  });
  const { port, firstPort = FIRST_PORT } = options;
  const last = firstPort + PORTS_TO_TRY - 1;
  for (let candidate = port ?? firstPort; ; candidate += 1) {
    try {
      lock.port = await listen(server, candidate);
      break;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken) throw error;
      if (port !== null) throw new PortTaken(port, port);
      if (candidate === last) throw new PortTaken(firstPort, last);
    }
  }
  const origin = `http://127.0.0.1:${lock.port}`;
  return {
    port: lock.port,
    token,
    origin,
    address: `${origin}/?${TOKEN_PARAMETER}=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  lock: Lock,
  { answer, refusalWords, welcomeWords, failedWords }: LocalServerOptions,
): Promise<void> {
  const verdict = judge(incoming, lock);
  if (verdict.kind === 'refused') {
    // What is left of its body is not read, so the connection is of no further use.
    say(outgoing, verdict.status, refusalWords[verdict.code], { connection: 'close' });
    return;
  }
  if (verdict.kind === 'welcome') return welcome(outgoing, verdict, welcomeWords);
  incoming.url = verdict.target;
  const request = withoutOurs(await readRequest(incoming), lock);
  try {
    send(outgoing, await answer(request));
  } catch {
    if (outgoing.headersSent) return void outgoing.destroy();
    for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
    say(outgoing, 500, failedWords);
  }
}

/** A function gets what its caller meant for it. */
function withoutOurs(request: HttpRequestData, lock: Lock): HttpRequestData {
  const headers = request.headers.flatMap(([name, value]) => {
    if (name === TOKEN_HEADER) return [];
    if (name !== 'cookie') return [[name, value] as const];
    const others = otherCookies(value, lock);
    return others === null ? [] : [[name, others] as const];
  });
  return { ...request, headers };
}

/**
 * Goes on by itself from this page, and not by a redirect: a browser that came from another program or site would not send a strict
 * cookie along with that.
 */
function welcome(
  outgoing: ServerResponse,
  { cookie, target }: { readonly cookie: string; readonly target: string },
  words: string,
): void {
  const to = target.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  outgoing.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'set-cookie': cookie,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  outgoing.end(
    `<!doctype html><meta charset="utf-8"><title>Functielab</title><meta http-equiv="refresh" content="0;url=${to}"><p><a href="${to}">${words}</a></p>\n`,
  );
}

function say(
  outgoing: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  outgoing.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  outgoing.end(`${words}\n`);
}

/** @throws Error for a header that Node does not send */
function send(outgoing: ServerResponse, { status, statusText, headers, body }: HttpResponseData): void {
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(status, statusText || undefined);
  outgoing.end(body);
}
