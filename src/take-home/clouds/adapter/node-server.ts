/** Node's own HTTP on one side, plain data on the other: for every provider that hands a function these two. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpResponseData } from '../../../contract/data.ts';

export { readRequest } from '../../runner/http.ts';

export function writeResponse(
  outgoing: ServerResponse,
  { status, statusText, headers, body }: HttpResponseData,
): void {
  // Each cookie is a line of its own.
  for (const [name, value] of headers) outgoing.appendHeader(name, value);
  outgoing.writeHead(status, statusText || undefined);
  outgoing.end(body);
}

export type { IncomingMessage, ServerResponse };
