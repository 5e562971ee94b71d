/** What Google's framework hands a function becomes the request that the lab would have made of it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { type FunctionsFramework, register } from '../../../src/take-home/clouds/google/google-adapter.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';
import { sayAgain, sayAgainManifest } from './say-again.ts';

type Registered = Parameters<FunctionsFramework['http']>[1];

let close = () => {};
afterEach(() => close());

/** A server that does to a request what the framework does: read the body, and say how the caller spoke. */
async function framed(change: (request: IncomingMessage) => object = () => ({})): Promise<string> {
  const known = new Map<string, Registered>();
  const framework: FunctionsFramework = { http: (name, handler) => known.set(name, handler) };
  register(framework, 'functielab', sayAgainManifest('google'), sayAgain);
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
  const url = `https://${place}/pad/3?q=a%20b`;
  expect(await answer.json()).toEqual(['PUT', url, 'ja', 'text/plain;charset=UTF-8', 'zó']);
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, ['a=1', 'b=2']]);
});

test('no body is none, and an address that is none is refused', async () => {
  const place = await framed((request) => (request.url === '/stuk' ? { protocol: 'http://[' } : {}));
  expect(await (await fetch(`http://${place}/`)).json()).toEqual([
    'GET',
    `https://${place}/`,
    null,
    null,
    '',
  ]);
  expect((await fetch(`http://${place}/stuk`)).status).toBe(400);
});

async function projectOf(own: object) {
  const sample = { ...sampleFromDisk('begroet'), ...own };
  const asked = { name: sample.name, sample, files: sample.files, examples: [] };
  const files = await cloudProject(targetOf('google'), asked);
  return (path: string) => files.find((file) => file.path === path)?.text ?? null;
}

test('its settings are in a file, whatever they hold, and without settings there is none', async () => {
  const env = { GROET: `Hé "jij" $HOME 'x'` };
  const textOf = await projectOf({ env });
  expect(JSON.parse(textOf('instellingen.yaml') ?? '')).toEqual(env);
  expect(textOf('LEESMIJ.md')).toContain('--env-vars-file instellingen.yaml');
  const without = await projectOf({});
  expect(without('instellingen.yaml')).toBe(null);
  expect(without('LEESMIJ.md')).not.toContain('env-vars-file');
});

test.each([
  [128, '--memory 256Mi --cpu 1 '],
  [4_096, '--memory 4096Mi --cpu 1 '],
  [4_097, '--memory 4097Mi --cpu 2 '],
  [10_240, '--memory 10240Mi --cpu 4 '],
])('of %d MB it is deployed with as many processors as Google wants', async (memoryMb, told) => {
  expect((await projectOf({ memoryMb }))('LEESMIJ.md')).toContain(told);
});
