/** What Google's framework hands a function becomes the request that the lab would have made of it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { CloudManifest } from '../../../src/take-home/clouds/adapter/index.ts';
import { type FunctionsFramework, register } from '../../../src/take-home/clouds/google/google-adapter.ts';

type Registered = Parameters<FunctionsFramework['http']>[1];

let close = () => {};
afterEach(() => close());

const MANIFEST: CloudManifest = {
  name: 'proef',
  target: 'google',
  functions: [
    {
      name: 'zeg-na',
      entry: 'zeg-na.js',
      trigger: { type: 'http', routes: null },
      grants: [],
      memoryMb: 128,
      timeoutMs: 3_000,
      env: {},
    },
  ],
  services: [],
};

async function sayAgain(request: Request): Promise<Response> {
  const { method, url, headers } = request;
  const told = [method, url, headers.get('x-Eigen'), await request.text()];
  return Response.json(told, {
    status: 201,
    headers: [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
  });
}

/** A server that does to a request what the framework does: read the body, and say how the caller spoke. */
async function framed(change: (request: IncomingMessage) => object = () => ({})): Promise<string> {
  const known = new Map<string, Registered>();
  const framework: FunctionsFramework = { http: (name, handler) => known.set(name, handler) };
  register(framework, 'functielab', MANIFEST, { 'zeg-na': sayAgain });
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const rawBody = chunks.length === 0 ? undefined : Buffer.concat(chunks);
    const own = { originalUrl: request.url, protocol: 'https', rawBody, ...change(request) };
    await known.get('functielab')?.(Object.assign(request, own) as never, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => server.close();
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('method, address as the caller spoke it, headers and bytes', async () => {
  const place = await framed();
  const sent = { method: 'PUT', headers: { 'X-Eigen': 'ja' }, body: 'zó' };
  const answer = await fetch(`http://${place}/pad/3?q=a%20b`, sent);
  expect(await answer.json()).toEqual(['PUT', `https://${place}/pad/3?q=a%20b`, 'ja', 'zó']);
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1', 'b=2']]);
});

test('no body is none, and an address that is none is refused', async () => {
  const place = await framed((request) => (request.url === '/stuk' ? { protocol: 'http://[' } : {}));
  expect(await (await fetch(`http://${place}/`)).json()).toEqual(['GET', `https://${place}/`, null, '']);
  expect((await fetch(`http://${place}/stuk`)).status).toBe(400);
});
