/** What Knative's runtime is shown is a call that it knows, and what the function is handed is the request as it was. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';
import {
  answerOf,
  type KnativeRuntime,
  serve,
} from '../../../src/take-home/clouds/knative/knative-adapter.ts';
import { sayAgain, sayAgainManifest } from './say-again.ts';

let close = () => {};
afterEach(() => close());

/** As the runtime does it: what is no GET or POST to `/` is none of its own, and its health is. */
const runtime: KnativeRuntime = {
  async start(answer) {
    const server: Server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
      const { method, url, headers } = request;
      if (url === '/health/liveness') return response.end('OK');
      if (url !== '/' || method !== 'POST') return response.writeHead(404).end();
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      if (headers['content-type'] !== 'application/octet-stream') return response.writeHead(415).end();
      const told = await answer({ headers }, Buffer.concat(chunks));
      return response.writeHead(told.statusCode, told.headers).end(told.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () => server.close();
    place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return server;
  },
};
let place = '';

async function asked(path: string, init: RequestInit): Promise<Response> {
  await serve(runtime, sayAgainManifest('knative'), sayAgain);
  return fetch(`http://${place}${path}`, init);
}

test('each path and each method reach the function, with headers and bytes as they came', async () => {
  const sent = {
    method: 'PUT',
    headers: { 'X-Eigen': 'ja', 'content-type': 'application/json' },
    body: '{ kapot',
  };
  const answer = await asked('/pad/3?method=DELETE', sent);
  const url = `http://${place}/pad/3?method=DELETE`;
  expect(await answer.json()).toEqual(['PUT', url, 'ja', 'application/json', '{ kapot']);
  expect(answer.status).toBe(201);
});

test('the address is the one that the caller spoke, and nobody can pass for another request', async () => {
  const forged = JSON.stringify({ method: 'DELETE', headers: [], address: '/van-een-ander' });
  const headers = { 'functielab-verzoek': forged, 'x-forwarded-proto': 'https' };
  const answer = await asked('/', { method: 'POST', headers });
  expect(await answer.json()).toEqual(['POST', `https://${place}/`, null, null, '']);
});

test('its own paths stay with the runtime, and an address that is none is refused', async () => {
  expect(await (await asked('/health/liveness', {})).text()).toBe('OK');
  expect((await fetch(`http://${place}/health/liveness`, { method: 'PUT' })).status).toBe(201);
  expect((await fetch(`http://${place}//`)).status).toBe(400);
});

test('an answer says of itself what the runtime would say in its place', () => {
  const bare = answerOf({ status: 204, statusText: '', headers: [], body: new Uint8Array() });
  expect(bare).toEqual({
    statusCode: 204,
    headers: {
      'access-control-allow-origin': '',
      'access-control-allow-methods': '',
      'content-type': 'application/octet-stream',
    },
    body: Buffer.alloc(0),
  });
  const { headers, body } = answerOf({
    status: 200,
    statusText: '',
    headers: [
      ['content-type', 'text/plain'],
      ['access-control-allow-origin', 'https://a.example'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    body: new Uint8Array([255, 0]),
  });
  expect(headers).toEqual({
    'access-control-allow-origin': 'https://a.example',
    'access-control-allow-methods': '',
    // The runtime does not know this for text, and so leaves the bytes as they are.
    'content-type': ' text/plain',
    'set-cookie': ['a=1', 'b=2'],
  });
  expect([...body]).toEqual([255, 0]);
});

test('its own file starts the server, with the settings and a bound', async () => {
  const sample = { ...sampleFromDisk('begroet'), memoryMb: 512, env: { GROET: 'Dag: "hé"' } };
  const files = await cloudProject(targetOf('knative'), { name: 'groet', sample, files: [], examples: [] });
  const textOf = (wanted: string) => files.find(({ path }) => path === wanted)?.text ?? '';
  expect(textOf('func.yaml')).toMatch(
    /^run:\n {2}envs:\n {4}- name: "GROET"\n {6}value: "Dag: \\"hé\\""\ndeploy:$/m,
  );
  expect(textOf('func.yaml')).toMatch(/memory: 512Mi/);
  const script = /BP_NPM_START_SCRIPT\n {6}value: (\w+)/.exec(textOf('func.yaml'))?.[1] ?? '';
  expect(JSON.parse(textOf('package.json')).scripts[script]).toBe('node server.mjs');
  expect(textOf('server.mjs')).toContain('await serve(runtime, project, handlers);');
});
