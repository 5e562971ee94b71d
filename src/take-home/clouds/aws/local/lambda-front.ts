/**
 * What stands before functions that answer HTTP, on the reader's computer: a function URL, or an HTTP API when there are
 * several. It makes the event of payload 2.0, hands it to the function of the route, and writes what comes back.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findRoute, type Routed } from '../../../../engine/routes.ts';
import { bytesOf, type HttpPayload, type HttpPayloadAnswer } from '../lambda/lambda-payload.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Of an event, and of what comes back: as JSON, with bytes in base64. Source: AWS Lambda quotas, read 2026-11-29. */
const MOST_BYTES = 6 * 1024 * 1024;
/** What AWS takes for text; the rest comes in base64. */
const TEXT =
  /^(?:text\/|application\/(?:json|xml|javascript|x-www-form-urlencoded)\b|application\/[\w.-]+\+(?:json|xml)\b)/;

export interface FrontFunction extends Routed {
  readonly lambda: LambdaFunction;
}

export interface Front {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param functions those that answer HTTP, in the order in which they look for a route; there may be none */
export async function startFront(functions: readonly FrontFunction[], port: number): Promise<Front> {
  const server = createServer((incoming, outgoing) => void answer(functions, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => close(server) };
}

async function answer(
  functions: readonly FrontFunction[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const payload = payloadOf(incoming, Buffer.concat(chunks));
    const chosen = choose(functions, payload);
    if (chosen === undefined) return refuse(outgoing, 404, 'Not Found');
    if (JSON.stringify(payload).length > MOST_BYTES) return refuse(outgoing, 413, 'Request Too Long');
    const result = await chosen.lambda.invoke(payload);
    if (!result.isOk) return refuse(outgoing, 502, 'Internal Server Error');
    if (JSON.stringify(result.answer).length > MOST_BYTES) {
      return refuse(outgoing, 502, 'Internal Server Error');
    }
    write(outgoing, result.answer as HttpPayloadAnswer);
  } catch (error) {
    console.error(error);
    if (!outgoing.headersSent) refuse(outgoing, 502, 'Internal Server Error');
  }
}

/** Where several answer, the first gets what no route of an HTTP API fits: its adapter says which of 404 and 405 it is. */
function choose(functions: readonly FrontFunction[], payload: HttpPayload): FrontFunction | undefined {
  const [first] = functions;
  if (functions.length <= 1) return first;
  const found = findRoute(functions, payload.requestContext.http.method, payload.rawPath);
  if (found.kind !== 'found') return first;
  return functions.find(({ functionName }) => functionName === found.functionName);
}

function payloadOf(
  { method = 'GET', url = '/', headers: given }: IncomingMessage,
  body: Buffer,
): HttpPayload {
  const [rawPath = '', rawQueryString = ''] = splitOnce(url, '?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    // Node has joined by commas what came more than once.
    if (typeof value === 'string' && name !== 'cookie') headers[name] = value;
  }
  const isText = TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    rawPath,
    rawQueryString,
    ...(given.cookie !== undefined && { cookies: given.cookie.split(/; */) }),
    headers: { ...headers, 'x-forwarded-proto': 'http', 'x-forwarded-for': '127.0.0.1' },
    requestContext: { domainName: headers['host'] ?? 'localhost', http: { method } },
    ...(body.byteLength > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.byteLength > 0 && !isText,
  };
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const place = text.indexOf(at);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}

function write(
  outgoing: ServerResponse,
  { statusCode, headers, cookies, body, isBase64Encoded }: HttpPayloadAnswer,
): void {
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  for (const cookie of cookies) outgoing.appendHeader('set-cookie', cookie);
  outgoing.writeHead(statusCode);
  outgoing.end(bytesOf(body, isBase64Encoded));
}

function refuse(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
