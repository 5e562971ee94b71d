/** A request as it is, over a port or a socket: with each header that was sent, and each that came back. */
import { request as ask } from 'node:http';
import type { HeaderList, HttpResponseData } from '../../../contract/data.ts';

/** Of the connection, not of the answer. Source: RFC 9110, section 7.6.1; `date` is the server's own. */
const OF_CONNECTION = ['connection', 'date', 'keep-alive', 'transfer-encoding'];

export type Place = { readonly url: string } | { readonly socketPath: string };

/** @param path with its query */
export function askOverHttp(
  place: Place,
  method: string,
  path: string,
  headers: HeaderList,
  body: Uint8Array | null,
): Promise<HttpResponseData> {
  const where =
    'url' in place
      ? { hostname: new URL(place.url).hostname, port: new URL(place.url).port }
      : { socketPath: place.socketPath };
  // Node takes a flat list of names and values too, and sends it in that order.
  const sent = [...headers.flat(), 'content-length', String(body?.byteLength ?? 0)];
  const withHost = headers.some(([name]) => name.toLowerCase() === 'host')
    ? sent
    : ['host', hostOf(place), ...sent];
  return new Promise((resolve, reject) => {
    const outgoing = ask({ ...where, method, path, headers: withHost, agent: false }, async (incoming) => {
      try {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
        resolve({
          status: incoming.statusCode ?? 0,
          statusText: incoming.statusMessage ?? '',
          headers: headersOf(incoming.rawHeaders),
          body: new Uint8Array(Buffer.concat(chunks)),
        });
      } catch (error) {
        reject(error);
      }
    });
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
}

function hostOf(place: Place): string {
  return 'url' in place ? new URL(place.url).host : 'localhost';
}

function headersOf(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    if (!OF_CONNECTION.includes(name)) list.push([name, raw[at + 1] ?? '']);
  }
  return list;
}
