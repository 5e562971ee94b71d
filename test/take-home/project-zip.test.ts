/** A downloaded project, unpacked and started with `npm start`, as on a reader's own computer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/contract/data.ts';
import { LONGEST_TIMEOUT_MS } from '../../src/contract/lab-defaults.ts';
import type { Sample } from '../../src/course/sample.ts';
import { projectZip } from '../../src/take-home/project-zip.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      // npm, its shell and our program: one group.
      process.kill(-child.pid, 'SIGKILL');
      await once(child, 'exit');
    }
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const FILES: readonly SourceFile[] = [
  {
    path: 'groet.js',
    text: `import { naam } from './lib/naam.js';
let keer = 0;
export default async function groet(request, context) {
  keer += 1;
  console.log('keer', keer);
  if (request.method === 'PUT') throw new Error('geen PUT');
  const body = await request.text();
  return new Response(process.env.GROET + ' ' + naam + ' ' + body + ' é', { status: 201, headers: { 'x-keer': String(keer), 'set-cookie': 'a=1' } });
}`,
  },
  { path: 'lib/naam.js', text: `export const naam = 'Mila';` },
];

const SAMPLE: Sample = {
  name: 'groet',
  title: 'Groet',
  files: FILES,
  functions: [{ name: 'groet', entry: 'groet.js', grants: [], trigger: { type: 'http', routes: null } }],
  request: { method: 'POST', path: '/groet', headers: {}, body: '' },
  examples: [],
  memoryMb: 128,
  // A busy machine may take long to start an instance.
  timeoutMs: LONGEST_TIMEOUT_MS,
  idleTimeoutMs: 30_000,
  concurrencyLimit: 10,
  env: { GROET: 'Dag' },
  services: [],
  traffic: false,
  timeline: false,
  given: [],
  needsNode: true,
  needsBrowser: false,
};

function unpack(zip: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-zip-'));
  folders.push(folder);
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** Runs `npm start`, on any port that is free. @returns what it has printed so far, and a wait for something in it */
function npmStart(folder: string) {
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    shell: process.platform === 'win32',
  });
  children.push(child);
  let printed = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      for (const look of [...waiting]) look();
    });
  }
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const found = pattern.exec(printed);
        if (found === null) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { until, printed: () => printed };
}

const ADDRESS = /klaar op (http:\/\/localhost:\d+)\//;

describe('a function', () => {
  test('answers over HTTP as in the course, cold and warm, and its change is deployed', async () => {
    const folder = join(unpack(projectZip('groet', FILES, SAMPLE)), 'groet');
    const { until, printed } = npmStart(folder);
    const [, address = ''] = await until(ADDRESS);
    const call = (init: RequestInit = {}) =>
      fetch(`${address}/groet`, { method: 'POST', body: 'zó', ...init });

    const first = await call();
    expect([first.status, first.headers.get('x-keer'), first.headers.get('set-cookie')]).toEqual([
      201,
      '1',
      'a=1',
    ]);
    expect(await first.text()).toBe('Dag Mila zó é');
    expect((await call()).headers.get('x-keer')).toBe('2');
    const failed = await call({ method: 'PUT' });
    expect(failed.status).toBe(500);
    expect(await failed.text()).toMatch(/De functie gaf een fout\.\nError: geen PUT \(groet\.js, regel 6\)/);

    writeFileSync(join(folder, 'lib/naam.js'), `export const naam = 'Noor';`);
    const changed = await call();
    expect(await changed.text()).toBe('Dag Noor zó é');
    expect(changed.headers.get('x-keer')).toBe('1');
    await until(/koude start[\s\S]*keer 1[\s\S]*keer 2[\s\S]*Uitgerold[\s\S]*koude start/);
    expect(printed()).not.toContain('data:');
  });

  test('brings along the services that it asks, and says which addresses only exist there', async () => {
    const files = [
      {
        path: 'groet.js',
        text: `export default async () => {
  const antwoord = await fetch('https://naam.example/naam');
  return new Response('Dag ' + (await antwoord.json()));
};`,
      },
    ];
    const route = { method: 'GET', path: '/naam', maxItems: {} };
    const answer = { status: 200, headers: [['content-type', 'application/json']] as const, body: '"Mila"' };
    const service = {
      name: 'https://naam.example',
      latencyMs: [20, 20] as const,
      rateLimit: null,
      failures: { errors: 0, drops: 0 },
      seed: 1,
      routes: [{ ...route, answer }],
    };
    const zip = projectZip('groet', files, { ...SAMPLE, files, services: [service] });
    expect(strFromU8(unzipSync(zip)['groet/LEESMIJ.txt'] ?? new Uint8Array())).toContain(
      'Deze adressen bestaan alleen in de cursus.',
    );
    expect(strFromU8(unzipSync(zip)['groet/LEESMIJ.txt'] ?? new Uint8Array())).toContain(
      '\n  https://naam.example\n',
    );
    const { until } = npmStart(join(unpack(zip), 'groet'));
    const [, address = ''] = await until(ADDRESS);
    expect(await (await fetch(`${address}/groet`)).text()).toBe('Dag Mila');
    await until(/Nagespeelde dienst, GET https:\/\/naam\.example\/naam: 200 na \d/);
  });

  test('that runs too long is stopped, and says so', async () => {
    const files = [{ path: 'groet.js', text: 'export default () => { for (;;); };' }];
    const sample = { ...SAMPLE, files, timeoutMs: 200 };
    const { until } = npmStart(join(unpack(projectZip('groet', files, sample)), 'groet'));
    const [, address = ''] = await until(ADDRESS);
    const answer = await fetch(`${address}/groet`);
    expect(answer.status).toBe(504);
    expect(await answer.text()).toContain('nog niet klaar en is gestopt');
  });
});

test('a package.json of the reader’s own keeps what it has, and gets a start', () => {
  const own = {
    name: 'mijn',
    type: 'module',
    dependencies: { 'lodash-es': '4.18.1' },
    scripts: { test: 'x' },
  };
  const files = [...FILES, { path: 'package.json', text: JSON.stringify(own) }];
  const entries = unzipSync(projectZip('groet', files, SAMPLE));
  const manifest = JSON.parse(strFromU8(entries['groet/package.json'] ?? new Uint8Array()));
  expect(manifest).toEqual({ ...own, scripts: { test: 'x', start: 'node functielab/start.mjs' } });
  expect(strFromU8(entries['groet/LEESMIJ.txt'] ?? new Uint8Array())).toContain('npm install');
});

test('a program goes along as it is', async () => {
  const files = [
    { path: 'package.json', text: '{ "type": "module", "scripts": { "start": "node server.js" } }' },
    { path: 'server.js', text: `console.log('ik draai');` },
  ];
  const folder = join(unpack(projectZip('server', files, null)), 'server');
  expect(existsSync(join(folder, 'functielab'))).toBe(false);
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(files[0]?.text);
  await npmStart(folder).until(/ik draai/);
});
