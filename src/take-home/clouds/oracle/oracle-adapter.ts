/**
 * The functions behind Oracle's own kit (Fn): `functielab/adapter.mjs` of an OCI function. The glue hands the kit over, since
 * that is the provider's package and none of the course's.
 */
import process from 'node:process';
import type { HttpRequestData, HttpResponseData } from '../../../contract/data.ts';
import { type CloudManifest, makeApp, NO_STORES, serveRequest } from '../adapter/index.ts';

/** What the kit knows of a call that came through a gateway. */
export interface GatewayContext {
  /** Null, or nothing, when somebody called the function without a gateway: `fn invoke`. */
  readonly method: string | null;
  /** Whole from an Fn server; from the `/` on through Oracle's API Gateway. */
  readonly requestURL: string | null;
  /** By name, with its values in the order in which they came. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  statusCode: number;
  setResponseHeader(name: string, ...values: string[]): void;
}

export interface FnContext {
  /** Of the body: a gateway of Fn hands this over apart from the other headers. */
  readonly contentType: string | null;
  responseContentType: string;
  readonly httpGateway: GatewayContext;
}

export interface FnKit {
  handle(
    answer: (body: Buffer, context: FnContext) => Promise<unknown>,
    options: { readonly inputMode: 'buffer' },
  ): unknown;
  /** Bytes that are sent as they are. */
  rawResult(bytes: Buffer): unknown;
}

/** The kit would call an answer without a type JSON. Source: RFC 9110, section 8.3, for what it may be taken for instead. */
const UNKNOWN_TYPE = 'application/octet-stream';

/** As one function of Oracle's: which of the course's a request is for, its path and its method say. */
export function register(
  kit: FnKit,
  manifest: CloudManifest,
  handlers: Readonly<Record<string, unknown>>,
): void {
  const app = makeApp(manifest, handlers, process.env, NO_STORES);
  kit.handle(
    async (body, context) => {
      const asked = askedOf(body, context);
      return answerWith(kit, context, asked === null ? refused() : await serveRequest(app, asked));
    },
    { inputMode: 'buffer' },
  );
}

/** @returns null for an address that no function can be asked at */
function askedOf(body: Buffer, { contentType, httpGateway }: FnContext): HttpRequestData | null {
  const { method, requestURL, headers } = httpGateway;
  const list = Object.entries(headers).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name.toLowerCase(), value]),
  );
  const first = (wanted: string) => list.find(([name]) => name === wanted)?.[1];
  if (contentType && first('content-type') === undefined) list.push(['content-type', contentType]);
  const base = `https://${first('host') ?? 'localhost'}`;
  const address = requestURL || '/';
  if (!URL.canParse(address, base)) return null;
  return {
    method: method || 'POST',
    url: new URL(address, base).href,
    headers: list,
    body: body.byteLength === 0 ? null : new Uint8Array(body),
  };
}

function refused(): HttpResponseData {
  return { status: 400, statusText: '', headers: [], body: new Uint8Array() };
}

function answerWith(kit: FnKit, context: FnContext, { status, headers, body }: HttpResponseData): unknown {
  const gateway = context.httpGateway;
  gateway.statusCode = status;
  context.responseContentType = UNKNOWN_TYPE;
  // The kit takes all values of one name at once; each cookie is one of its own.
  for (const [name, pairs] of Map.groupBy(headers, ([one]) => one.toLowerCase())) {
    gateway.setResponseHeader(name, ...pairs.map(([, value]) => value));
  }
  return kit.rawResult(Buffer.from(body));
}
