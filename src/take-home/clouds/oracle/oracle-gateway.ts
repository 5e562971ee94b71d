/**
 * What stands before a function on an Fn server, on the reader's own computer: HTTP on one side, the kit's socket on the other.
 * A request becomes a call as an HTTP trigger of Fn makes it, and the kit's reply becomes the answer.
 * Source: fnproject/fn, `api/server/runner_httptrigger.go`, read 2026-11-29
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HeaderList, HttpRequestData, HttpResponseData } from '../../../contract/data.ts';
import { readRequest, writeResponse } from '../adapter/node-server.ts';
import { askOverHttp } from '../local/ask-over-http.ts';

const OWN = 'fn-http-h-';
const STATUS = 'fn-http-status';
/** From here on the kit itself has failed, and what it says of a status does not count. */
const FIRST_FAILURE = 400;
/** Of a connection, not of a request. Source: RFC 9110, section 7.6.1 */
const OF_CONNECTION = ['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

export function headersOfCall({ method, url, headers }: Omit<HttpRequestData, 'body'>): HeaderList {
  const sent = headers
    // Fn keeps the host in the address.
    .filter(([name]) => name !== 'host' && !OF_CONNECTION.includes(name))
    .map(([name, value]) => [name === 'content-type' ? name : `${OWN}${name}`, value] as const);
  return [
    ...sent,
    ['fn-http-method', method],
    ['fn-http-request-url', url],
    ['fn-intent', 'httprequest'],
    ['fn-call-id', crypto.randomUUID()],
  ];
}

export function answerOfReply({ status, headers, body }: HttpResponseData): HttpResponseData {
  const told = Number(headers.find(([name]) => name === STATUS)?.[1] ?? 0);
  return {
    status: status >= FIRST_FAILURE ? status : told || 200,
    statusText: '',
    headers: headers.flatMap(([name, value]): [string, string][] => {
      if (name === 'content-type') return [[name, value]];
      return name.startsWith(OWN) && name !== OWN ? [[name.slice(OWN.length), value]] : [];
    }),
    body,
  };
}

export interface Gateway {
  readonly url: string;
  stop(): Promise<void>;
}

/** On this computer alone. @param socketPath where the kit listens */
export async function serveGateway(socketPath: string, port: number): Promise<Gateway> {
  const server = createServer(async (incoming, outgoing) => {
    // Until the request is whole, what goes wrong is the caller's doing; from then on the function's.
    let failed = 400;
    try {
      const { body, ...asked } = await readRequest(incoming);
      failed = 502;
      const reply = await askOverHttp({ socketPath }, 'POST', '/call', headersOfCall(asked), body);
      writeResponse(outgoing, answerOfReply(reply));
    } catch (error) {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(failed);
      outgoing.end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
