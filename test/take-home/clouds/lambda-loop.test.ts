/** One project for AWS written down in an empty folder, without packages, and run on our loop of Lambda's Runtime API. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { LONGEST_TIMEOUT_MS } from '../../../src/contract/lab-defaults.ts';
import type { Sample } from '../../../src/course/sample.ts';
import { cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';
import type { LocalCloud, StartLocalCloud } from '../../../src/take-home/clouds/local/local-cloud.ts';

const folders: string[] = [];
const clouds: LocalCloud[] = [];
const servers: Server[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** @param code of the one file of the function, in place of the sample's own */
async function started(own: Partial<Sample> = {}, code?: string) {
  const sample: Sample = { ...sampleFromDisk('begroet'), ...own };
  const folder = mkdtempSync(join(tmpdir(), 'functielab-lambda-'));
  folders.push(folder);
  const files = code === undefined ? sample.files : sample.files.map(({ path }) => ({ path, text: code }));
  for (const { path, text } of await cloudProject(targetOf('aws'), {
    name: 'proef',
    sample,
    files,
    examples: [],
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { start } = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'functielab/local.mjs')).href
  )) as { start: StartLocalCloud };
  const lines: string[] = [];
  const cloud = await start({ folder, log: (line) => void lines.push(line) });
  clouds.push(cloud);
  const ask = async (path: string, method = 'GET', body: Uint8Array | null = null) => {
    const answer = await cloud.request(method, path, [['x-een', 'a']], body);
    return { ...answer, text: new TextDecoder().decode(answer.body) };
  };
  return { cloud, lines, ask };
}

test('answers, goes on in the same process, and logs', async () => {
  const { ask, lines } = await started();
  expect((await ask('/begroet?naam=M%C3%ADla+b')).text).toBe('Dag Míla b!');
  expect((await ask('/begroet')).status).toBe(200);
  // What it logs comes by another way than its answers.
  await expect.poll(() => lines).toEqual(['begroet: bezoeker 1: Míla b', 'begroet: bezoeker 2: jij']);
});

test('bytes and headers come through both ways', async () => {
  const { ask } = await started(
    {},
    `export default async (request) => new Response(await request.arrayBuffer(), {
      status: 201,
      headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['content-type', 'image/png'], ['x-terug', request.headers.get('x-een')]],
    });`,
  );
  const bytes = new Uint8Array([0, 255, 195, 40]);
  const { status, headers, body } = await ask('/', 'PUT', bytes);
  expect(status).toBe(201);
  expect(body).toEqual(bytes);
  expect(headers).toEqual(
    expect.arrayContaining([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['content-type', 'image/png'],
      ['x-terug', 'a'],
    ]),
  );
});

test('several at once get a process each', async () => {
  // Nobody is answered before all three are there.
  const waiting: ServerResponse[] = [];
  const server = createServer((_, outgoing) => {
    waiting.push(outgoing);
    if (waiting.length === 3) for (const one of waiting) one.end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { ask } = await started(
    // The first waits until the last has been started.
    { timeoutMs: LONGEST_TIMEOUT_MS },
    `export default async () => { await fetch('http://127.0.0.1:${port}/'); return new Response(String(process.pid)); };`,
  );
  const answers = await Promise.all([ask('/'), ask('/'), ask('/')]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(3);
});

test('a function that never ends is ended, and the next call gets another process', async () => {
  const { ask, lines } = await started(
    { timeoutMs: 500 },
    `let keer = 0;
     export default (request) => { keer += 1; while (new URL(request.url).pathname === '/rond'); return new Response(String(keer)); };`,
  );
  expect((await ask('/')).text).toBe('1');
  expect((await ask('/')).text).toBe('2');
  // A second for the function, in whole seconds, and one for the adapter.
  expect((await ask('/rond')).status).toBe(502);
  expect(lines).toContain('begroet: Task timed out after 2.00 seconds');
  expect((await ask('/')).text).toBe('1');
});

test('one that waits too long is answered for by the adapter, as in the lab', async () => {
  const { ask } = await started({ timeoutMs: 100 }, 'export default () => new Promise(() => {});');
  expect((await ask('/')).status).toBe(504);
});

test('a process that ends itself, and one that does not load, are a 502 as on Lambda', async () => {
  const ending = await started({}, 'export default () => process.exit(3);');
  expect((await ending.ask('/')).status).toBe(502);
  const broken = await started({}, 'export default 3;');
  expect((await broken.ask('/')).status).toBe(502);
  await expect.poll(() => broken.lines.join('\n')).toContain('In begroet.js ontbreekt export default');
});

test('what is more than Lambda takes is refused before a function sees it', async () => {
  const { ask, lines } = await started();
  // Four fifths of 6 MB are more than that in base64.
  expect((await ask('/begroet', 'POST', new Uint8Array(5 * 1024 * 1024))).status).toBe(413);
  expect(lines).toEqual([]);
});
