/**
 * The server of the tool: HTTP on this computer alone, with the gate in front (`gate.ts`). What comes through is a request for a
 * function, one for the desk (`desk.ts`) under a path of its own, or a page of the laboratory with its line (`../lab/lab-pages.ts`).
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HttpRequestData, HttpResponseData } from '../../contract/data.ts';
import { readRequest } from '../../take-home/runner/http.ts';
import { LINE_PARAMETER, LINE_PATH } from '../lab/protocol.ts';
import {
  DESK_PATH,
  judge,
  type Lock,
  otherCookies,
  type Refusal,
  TOKEN_HEADER,
  TOKEN_PARAMETER,
} from './gate.ts';
import { type PageFiles, sendPageFile } from './page-files.ts';

const FIRST_PORT = 4400;
const PORTS_TO_TRY = 20;
/** 192 bits: nobody guesses it. */
const TOKEN_BYTES = 24;
const newKey = () => randomBytes(TOKEN_BYTES).toString('base64url');
/** Of what a page sends at once to its host: a file of the bucket in letters, and room to spare. */
const LINE_LIMIT_BYTES = 64 * 1024 * 1024;

export interface LocalServerOptions {
  /** Exactly this port; 0 is any free one. Null: the first free one from 4400 on. */
  readonly port: number | null;
  /** 4400 unless a test says otherwise. */
  readonly firstPort?: number;
  readonly answer: (request: HttpRequestData) => Promise<HttpResponseData>;
  readonly lab: LabDoor;
  readonly refusalWords: Readonly<Record<Refusal, string>>;
  readonly welcomeWords: string;
  readonly failedWords: string;
  readonly noPageWords: string;
}

/** The laboratory in a browser. */
export interface LabDoor {
  /** Null where it was not made. */
  readonly page: PageFiles | null;
  /** Begins to tell a page what there is to tell. @returns false for a name that is none */
  open(name: string, outgoing: ServerResponse): boolean;
  /** What a page has for its Node host. @returns false when no such page is open */
  receive(name: string, text: string): boolean;
}

export interface LocalServer extends Lock {
  /** Of the laboratory, with the token: for a browser. */
  readonly address: string;
  /** Of a function in a tab, with the key for that. */
  readonly tabAddress: string;
  /** Without keys: for a program. */
  readonly origin: string;
  /** The same for a function in a tab. */
  readonly tabOrigin: string;
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
  const lock = { port: 0, token: newKey(), tabKey: newKey() };
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
  const tabOrigin = `http://localhost:${lock.port}`;
  return {
    ...lock,
    origin,
    tabOrigin,
    address: `${origin}${DESK_PATH}#${TOKEN_PARAMETER}=${lock.token}`,
    tabAddress: `${tabOrigin}/?${TOKEN_PARAMETER}=${lock.tabKey}`,
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
  { answer, lab, refusalWords, welcomeWords, failedWords, noPageWords }: LocalServerOptions,
): Promise<void> {
  const verdict = judge(incoming, lock);
  if (verdict.kind === 'refused') {
    // What is left of its body is not read, so the connection is of no further use.
    say(outgoing, verdict.status, refusalWords[verdict.code], { connection: 'close' });
    return;
  }
  if (verdict.kind === 'welcome') return welcome(outgoing, verdict, welcomeWords);
  if (verdict.kind === 'page') {
    const isSent = lab.page !== null && sendPageFile(outgoing, verdict.path, lab.page);
    return isSent ? undefined : say(outgoing, 404, noPageWords);
  }
  const line = lineIn(verdict.target);
  if (line !== null) return speak(incoming, outgoing, line, lab);
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

/** @returns the name of the page whose line is asked for; null for any other request */
function lineIn(target: string): string | null {
  const { pathname, searchParams } = new URL(target, 'http://localhost');
  return pathname === `${DESK_PATH}${LINE_PATH}` ? (searchParams.get(LINE_PARAMETER) ?? '') : null;
}

async function speak(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  name: string,
  lab: LabDoor,
): Promise<void> {
  const finish = (status: number) => void outgoing.writeHead(status, { 'cache-control': 'no-store' }).end();
  if (incoming.method === 'GET') return lab.open(name, outgoing) ? undefined : finish(400);
  if (incoming.method !== 'POST') return finish(405);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LINE_LIMIT_BYTES) return finish(413);
    chunks.push(chunk);
  }
  // Whole lines of ASCII.
  finish(lab.receive(name, Buffer.concat(chunks).toString('latin1')) ? 204 : 410);
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
