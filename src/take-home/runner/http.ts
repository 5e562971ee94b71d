/** Between Node's HTTP server and the engine's plain data. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpRequestData } from '../../contract/data.ts';
import { REQUEST_LIMIT_BYTES } from '../../contract/lab-defaults.ts';
import type { Answer } from '../../engine/index.ts';
import { failureInWords } from './words.ts';

/** @returns a body over the limit cut just beyond it, so that the engine refuses it as it does in the course */
export async function readRequest(incoming: IncomingMessage): Promise<HttpRequestData> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (bytes <= REQUEST_LIMIT_BYTES) chunks.push(chunk);
    bytes += chunk.length;
  }
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.push([(rawHeaders[at] ?? '').toLowerCase(), rawHeaders[at + 1] ?? '']);
  }
  const host = incoming.headers.host ?? 'localhost';
  return {
    method,
    url: new URL(url, `http://${host}`).href,
    headers,
    body: bytes === 0 ? null : new Uint8Array(Buffer.concat(chunks)),
  };
}

export function answerWith(outgoing: ServerResponse, { status, response, failure }: Answer): void {
  if (response === null) {
    const words = failure === null ? 'Geen antwoord.' : failureInWords(failure);
    outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
    return;
  }
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(response.status, response.statusText || undefined);
  outgoing.end(response.body);
}
