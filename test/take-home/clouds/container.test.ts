/** One project of a container, written down in an empty folder and run there: its own tests, and a server that stops. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { sampleFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { type CloudExample, cloudProject, targetOf } from '../../../src/take-home/clouds/index.ts';
import type { LocalCloud } from '../../../src/take-home/clouds/local/local-cloud.ts';

const folders: string[] = [];
const clouds: LocalCloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function written(sampleName: string, examples: readonly CloudExample[] = []): Promise<string> {
  const sample = sampleFromDisk(sampleName);
  const folder = mkdtempSync(join(tmpdir(), 'functielab-wolk-'));
  folders.push(folder);
  const asked = { name: sample.name, sample, files: sample.files, examples };
  for (const { path, text } of await cloudProject(targetOf('container'), asked)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function started(folder: string): Promise<LocalCloud> {
  const { start } = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'functielab/local.mjs')).href
  )) as { start: (options: { folder: string }) => Promise<LocalCloud> };
  const cloud = await start({ folder });
  clouds.push(cloud);
  return cloud;
}

/** `npm test` without npm, which is a second of its own. @returns its exit code and what it printed */
async function ownTests(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; printed: string }> {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [command, ...args] = scripts.test.split(' ');
  expect(command).toBe('node');
  // A test runner in a test runner: this one must not think that it is a part of that.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...own, NODE_OPTIONS: '', ...env } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, printed };
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const NOTHING = { status: null, headers: null, body: null, kv: null, bucket: null, dead: null };

function example(body: string): CloudExample {
  return {
    title: 'GET /begroet?naam=Mila',
    step: { type: 'request', method: 'GET', path: '/begroet?naam=Mila', headers: {}, body: null },
    expected: { ...NOTHING, status: 200, body: Buffer.from(body).toString('base64') },
  };
}

test('its own tests pass on what the lab answered, and fail on anything else', async () => {
  const cloud = await started(await written('begroet'));
  const answer = textOf((await cloud.request('GET', '/begroet?naam=Mila', [], null)).body);
  expect(answer).toContain('Mila');

  const right = await ownTests(await written('begroet', [example(answer)]));
  expect(right.printed).toMatch(/pass 2\b/);
  expect(right.code).toBe(0);
  const wrong = await ownTests(await written('begroet', [example(`${answer}!`)]));
  expect(wrong.printed).toMatch(/fail 1\b/);
  expect(wrong.code).toBe(1);
});

test('its own tests run on what is deployed at an address, without an engine here', async () => {
  const cloud = await started(await written('begroet'));
  const address = { FUNCTIELAB_ADRES: `${cloud.url}/` };
  const { body } = await cloud.request('GET', '/begroet?naam=Mila', [], null);
  const tick: CloudExample = {
    title: 'de timer van begroet',
    step: { type: 'tick', functionName: 'begroet' },
    expected: { ...NOTHING, kv: [['nooit', '1']] },
  };
  // What is in a store there can't be seen: that it isn't this is no failure.
  const seen = example(textOf(body));
  const folder = await written('begroet', [
    { ...seen, expected: { ...seen.expected, kv: [['nooit', '1']] } },
    tick,
  ]);
  rmSync(join(folder, 'functielab'), { recursive: true });
  const right = await ownTests(folder, address);
  expect(right.printed).toMatch(/pass 2\b/);
  expect(right.printed).toMatch(/skipped 1\b/);
  expect(right.code).toBe(0);

  const other = await written('begroet', [example(`${textOf(body)}!`)]);
  const wrong = await ownTests(other, address);
  expect(wrong.printed).toMatch(/fail 1\b/);
  expect(wrong.code).toBe(1);

  await cloud.stop();
  const gone = await ownTests(folder, address);
  expect(gone.printed).toContain(`Op ${cloud.url} antwoordt niemand`);
  expect(gone.code).toBe(1);
  const mistyped = await ownTests(folder, { FUNCTIELAB_ADRES: 'mijn-functie.example' });
  expect(mistyped.printed).toContain('FUNCTIELAB_ADRES is geen adres dat met https:// begint');
  expect(mistyped.code).toBe(1);
});

test('LEESMIJ says how to test what is deployed, when it can be asked something', async () => {
  const readMe = async (name: string) => readFileSync(join(await written(name), 'LEESMIJ.md'), 'utf8');
  expect(await readMe('begroet')).toContain('    FUNCTIELAB_ADRES=https://jouw-adres.example npm test');
  expect(await readMe('tel-verkoop')).not.toContain('FUNCTIELAB_ADRES');
});

test('keeps state from one request to the next, and the services of the course are played', async () => {
  const tasks = await started(await written('taken'));
  const sent = [['content-type', 'application/json']] as const;
  const added = await tasks.request('POST', '/taken', sent, new TextEncoder().encode('{ "tekst": "Brood" }'));
  expect(added.status).toBe(201);
  expect(textOf((await tasks.request('GET', '/taken', [], null)).body)).toContain('Brood');

  const waiting = await started(await written('wacht'));
  const { status, body } = await waiting.request('GET', '/wacht', [], null);
  expect([status, textOf(body)]).toEqual([200, expect.stringContaining('klant gevonden')]);
});

test('what happens to the process is told: a program that does not start says why, and its tests end', async () => {
  const folder = await written('begroet');
  writeFileSync(join(folder, 'functie/begroet.js'), 'export default 3;');
  const error: Error = await started(folder).then(
    () => new Error('it started'),
    (failure) => failure,
  );
  expect(error.message).toContain('In begroet.js ontbreekt export default');
  // The line of packed code at which it failed is short enough to be read.
  expect(error.message.length).toBeLessThan(2_000);
  const { code, printed } = await ownTests(folder);
  expect(printed).toContain('In begroet.js ontbreekt export default');
  expect(code).toBe(1);
});

test('npm start says in a sentence that its port is taken', async () => {
  const folder = await written('begroet');
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const child = spawn(process.execPath, ['functielab/start.mjs'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port) },
  });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = await once(child, 'close');
  taken.close();
  expect(printed).toBe(`Poort ${port} is bezet. Kies een andere, met PORT=8081 npm start.\n`);
  expect(code).toBe(1);
});

test('a program that is ended from outside, or whose window is closed, leaves no server behind', async () => {
  const folder = await written('begroet');
  const starter = spawn(process.execPath, ['functielab/start.mjs'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  const address = await new Promise<string>((resolve) => {
    starter.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, url] = /klaar op (http:\S+)/.exec(printed) ?? [];
      if (url) resolve(url);
    });
  });
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  // A process that goes takes its connections along rudely.
  socket.on('error', () => {});
  const gone = new Promise((resolve) => socket.once('close', resolve));
  starter.kill('SIGKILL');
  await gone;
});
