/**
 * The functions behind Knative's own runtime for Node (`faas-js-runtime`): `functielab/adapter.mjs` of a Knative function. The
 * glue hands the runtime over, since that is the provider's package and none of the course's.
 *
 * The runtime knows one path, `/`, and of its methods only GET and POST (4.0.1, the newest in November 2026). What stands before
 * it here shows it every request as a POST to `/` with bytes, and the request as it was in a header of its own, so that paths
 * and methods are the function's, as in the lab.
 */
import type { IncomingMessage, Server } from 'node:http';
import process from 'node:process';
import type { HttpRequestData, HttpResponseData } from '../../../contract/data.ts';
import { REQUEST_LIMIT_BYTES } from '../../../contract/lab-defaults.ts';
import { type CloudManifest, makeApp, NO_STORES, serveRequest } from '../adapter/index.ts';

export interface FunctionContext {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface FunctionAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export interface KnativeRuntime {
  /** Resolves once it listens. */
  start(
    answer: (context: FunctionContext, body: unknown) => Promise<FunctionAnswer>,
    options: { readonly port: number; readonly bodyLimit: number },
  ): Promise<Server>;
}

const FIRST_PORT = 8080;
/** Of the runtime itself, for the cluster that watches over it. */
const OWN_PATHS = ['/health/readiness', '/health/liveness', '/metrics'];
/** The request as it was. One that comes in with this header has it replaced. */
const AS_IT_WAS = 'functielab-verzoek';
/** What is over the limit of the course is refused as in the lab; here the runtime stops reading. */
const CUT_OFF_BYTES = 2 * REQUEST_LIMIT_BYTES;
const BYTES = 'application/octet-stream';
/** Else the runtime gives every page in every browser leave to read what a function answers. */
const NO_LEAVE = { 'access-control-allow-origin': '', 'access-control-allow-methods': '' };

type AsItWas = Pick<HttpRequestData, 'method' | 'headers'> & { readonly address: string };

/** On the port that the platform names. */
export async function serve(
  runtime: KnativeRuntime,
  manifest: CloudManifest,
  handlers: Readonly<Record<string, unknown>>,
): Promise<void> {
  const app = makeApp(manifest, handlers, process.env, NO_STORES);
  // The runtime ends the process at what nobody has caught, and says nothing of it.
  process.on('uncaughtException', (error) => console.error(error));
  const server = await runtime.start(
    async ({ headers }, body) => {
      const asked = askedOf(headers[AS_IT_WAS], body);
      return answerOf(asked === null ? refused() : await serveRequest(app, asked));
    },
    { port: Number(process.env['PORT'] ?? FIRST_PORT), bodyLimit: CUT_OFF_BYTES },
  );
  server.prependListener('request', showAsCall);
}

/** Before the runtime has looked at it. */
function showAsCall(incoming: IncomingMessage): void {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  if (method === 'GET' && OWN_PATHS.includes(url)) return;
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push([(rawHeaders[at] ?? '').toLowerCase(), rawHeaders[at + 1] ?? '']);
  }
  const asItWas: AsItWas = { method, headers, address: url };
  incoming.method = 'POST';
  incoming.url = '/';
  incoming.headers = { 'content-type': BYTES, [AS_IT_WAS]: JSON.stringify(asItWas) };
}

/** @returns null for an address that no function can be asked at */
function askedOf(told: string | string[] | undefined, body: unknown): HttpRequestData | null {
  if (typeof told !== 'string') return null;
  const { method, headers, address } = JSON.parse(told) as AsItWas;
  const host = headers.find(([name]) => name === 'host')?.[1] ?? 'localhost';
  const protocol = headers.find(([name]) => name === 'x-forwarded-proto')?.[1] === 'https' ? 'https' : 'http';
  if (!URL.canParse(address, `${protocol}://${host}`)) return null;
  return {
    method,
    url: new URL(address, `${protocol}://${host}`).href,
    headers,
    body: body instanceof Uint8Array && body.byteLength > 0 ? new Uint8Array(body) : null,
  };
}

function refused(): HttpResponseData {
  return { status: 400, statusText: '', headers: [], body: new Uint8Array() };
}

export function answerOf({ status, headers, body }: HttpResponseData): FunctionAnswer {
  const own = [...Map.groupBy(headers, ([name]) => name.toLowerCase())].map(([name, pairs]) => {
    const values = pairs.map(([, value]) => (name === 'content-type' ? shownType(value) : value));
    return [name, values.length === 1 ? (values[0] ?? '') : values] as const;
  });
  return {
    statusCode: status,
    headers: { ...NO_LEAVE, 'content-type': BYTES, ...Object.fromEntries(own) },
    body: Buffer.from(body),
  };
}

/** The runtime makes JSON of bytes whose type begins with `text/plain`; a space before it is no part of a header on the wire. */
function shownType(type: string): string {
  return type.startsWith('text/plain') ? ` ${type}` : type;
}
