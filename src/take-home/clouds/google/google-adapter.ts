/**
 * The functions behind Google's own framework: `functielab/adapter.mjs` of a Cloud Run function. The glue hands the framework
 * over, since that is the provider's package and none of the course's.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import process from 'node:process';
import type { HttpRequestData } from '../../../contract/data.ts';
import { type CloudManifest, makeApp, NO_STORES, serveRequest } from '../adapter/index.ts';
import { writeResponse } from '../adapter/node-server.ts';

/** What the framework makes of a request: it has read the body already. */
type FrameworkRequest = IncomingMessage & {
  readonly originalUrl: string;
  /** As the caller spoke it: outside, Google's own front ends end the TLS. */
  readonly protocol: string;
  readonly rawBody?: Buffer;
};

export interface FunctionsFramework {
  http(name: string, handler: (request: FrameworkRequest, response: ServerResponse) => Promise<void>): void;
}

/** Under one name: which of the functions a request is for, its path and its method say. */
export function register(
  framework: FunctionsFramework,
  name: string,
  manifest: CloudManifest,
  handlers: Readonly<Record<string, unknown>>,
): void {
  const app = makeApp(manifest, handlers, process.env, NO_STORES);
  framework.http(name, async (request, response) => {
    const asked = askedOf(request);
    if (asked === null) response.writeHead(400).end();
    else writeResponse(response, await serveRequest(app, asked));
  });
}

/** @returns null for an address that no function can be asked at */
function askedOf({ method = 'GET', originalUrl, protocol, headers, rawHeaders, rawBody }: FrameworkRequest) {
  const url = `${protocol}://${headers.host ?? 'localhost'}${originalUrl}`;
  if (!URL.canParse(url)) return null;
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    list.push([(rawHeaders[at] ?? '').toLowerCase(), rawHeaders[at + 1] ?? '']);
  }
  const body = rawBody === undefined || rawBody.byteLength === 0 ? null : new Uint8Array(rawBody);
  return { method, url: new URL(url).href, headers: list, body } satisfies HttpRequestData;
}
