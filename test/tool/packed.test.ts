/** The package of the tool, as somebody gets it: installed from its own file in an empty folder, and started as a process. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { packTool } from '../../src/build/tool/tool-package.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';
import { targets } from '../../src/take-home/clouds/index.ts';
import { ask, folderWith, HELLO, PATIENT, write } from './running.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const MOST_BYTES = 15 * 1024 * 1024;
const ON_WINDOWS = process.platform === 'win32';

let home = '';
let tgz = '';
let bin = '';

/** With a store of packages that is empty: nothing on this computer helps. */
function npm(args: readonly string[]) {
  const all = [...args, '--offline', '--no-audit', '--no-fund', '--cache', join(home, 'cache')];
  return spawnSync('npm', all, { cwd: home, encoding: 'utf8', shell: ON_WINDOWS });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'functielab-packed-'));
  tgz = await packTool(PROJECT, home);
  expect(npm(['install', tgz])).toMatchObject({ status: 0 });
  bin = join(home, 'node_modules/functielab/bin/functielab.mjs');
}, PATIENCE_MS);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

const run = (cwd: string, args: readonly string[], input = '') =>
  spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', input });

/** Starts a process, and waits for its address. @param program in front of the tool, for one that runs it elsewhere */
async function started(folder: string, program: readonly string[] = []) {
  const [command = '', ...args] = [...program, process.execPath, bin, '--port', '0', folder];
  const child = spawn(command, args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let printed = '';
  const [, port = '', token = ''] = await new Promise<RegExpExecArray>((resolve, reject) => {
    const look = (text: string) => {
      printed += text;
      const found = /http:\/\/127\.0\.0\.1:(\d+)\/_functielab\/#functielab=(\S+)/.exec(printed);
      if (found !== null) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', look);
    child.once('exit', () => reject(new Error(`It ended: ${printed}`)));
  });
  return { child, port: Number(port), token, printed: () => printed };
}

describe('the package', () => {
  test('is named after its version, and needs no other package and no script', () => {
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
    expect(tgz.endsWith(`functielab-${version}.tgz`)).toBe(true);
    const manifest = JSON.parse(readFileSync(join(home, 'node_modules/functielab/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ version, engines: { node: '>=20' }, license: 'MIT' });
    for (const field of ['dependencies', 'devDependencies', 'optionalDependencies', 'scripts']) {
      expect(manifest).not.toHaveProperty(field);
    }
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'functielab',
    ]);
  });

  test('takes at most 15 MB once it is installed', () => {
    const all = readdirSync(join(home, 'node_modules'), { recursive: true, encoding: 'utf8' });
    const bytes = all.reduce((sum, path) => sum + lstatSync(join(home, 'node_modules', path)).size, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('names whose code it has, with their licences, and no path of who packed it', () => {
    const lib = join(home, 'node_modules/functielab/lib');
    const licences = readFileSync(join(home, 'node_modules/functielab/LICENTIES.txt'), 'utf8');
    const onPage = ['preact', '@codemirror/state', '@fontsource-variable/atkinson-hyperlegible-next'];
    for (const name of ['acorn', 'croner', 'fflate', 'zod', 'es-module-lexer', ...onPage]) {
      expect(licences).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    }
    const all = readdirSync(lib, { recursive: true, encoding: 'utf8' });
    const scripts = all.filter((name) => /\.(mjs|js|css|html)$/.test(name));
    expect(scripts.length).toBeGreaterThan(20);
    for (const name of scripts) {
      const text = readFileSync(join(lib, name), 'utf8');
      expect(text).not.toContain(PROJECT);
      // Node 20 would warn of it: it is not that any more once it is bundled.
      if (name.endsWith('.mjs')) expect(text).not.toMatch(/["'`]use asm["'`]/);
    }
  });

  test('says that an old Node is too old, in words that one reads', () => {
    const text = readFileSync(bin, 'utf8');
    expect(text).toContain('Functielab heeft Node 20 of nieuwer nodig');
    const old = text.replace('process.versions.node.split', `'18.20.1'.split`).replace(/^#!.*\n/, '');
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', old], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('https://nodejs.org')]);
  });
});

describe('once it is installed', () => {
  test('a folder with one handler of a stranger is answered, and its process ends with 0 and the sum', async () => {
    const { child, port, token, printed } = await started(folderWith({ 'hallo.js': HELLO }));
    const headers = { 'x-functielab': token };
    const answer = await ask(port, '/x', { method: 'POST', headers, body: 'zó' });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { versie: 1, tekst: 'zó' }]);
    expect((await ask(port, '/x')).status).toBe(401);
    // All that it printed has come by then.
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    const [status] = await closed;
    expect(status).toBe(0);
    expect(printed()).toMatch(/Samen: 1 aanroep, /);
  });

  test('the other commands do what they say', () => {
    const folder = folderWith({});
    expect(run(folder, ['new', 'http', 'mijn']).stdout).toContain('gemaakt: mijn/hallo.js');
    expect(run(folder, ['check', 'mijn'])).toMatchObject({ status: 0, stderr: '' });
    const usage = '{"durationMs":5.477,"memoryMb":128,"initMs":146.202}\n';
    const args = ['bill', '--tariff', 'aws-lambda-x86-us-east-1', '--json'];
    const [ours, theirs] = [
      run(folder, args, usage).stdout,
      spawnSync(process.execPath, [join(PROJECT, 'src/cli/bill.ts'), ...args.slice(1)], {
        encoding: 'utf8',
        input: usage,
      }).stdout,
    ];
    expect(ours).toBe(theirs);
    expect(JSON.parse(ours).totalUsd).toBe('0.0000005166673');
    expect(run(folder, ['check', 'weg'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(folder, ['--help']).stdout).toContain('functielab export <cloud>');
  });

  test.each(targets.map(({ id }) => id))('it makes a project for %s', (id) => {
    const folder = folderWith({ 'mijn/hallo.js': HELLO });
    expect(run(folder, ['export', id, 'mijn'])).toMatchObject({ status: 0, stderr: '' });
    const zip = unzipSync(readFileSync(join(folder, `mijn-${id}.zip`)));
    expect(strFromU8(zip['mijn/package-lock.json'] ?? new Uint8Array())).toContain('"mijn"');
    expect(strFromU8(zip['mijn/functie/hallo.js'] ?? new Uint8Array())).toBe(HELLO);
  });

  test.skipIf(ON_WINDOWS)('whoever stops an export whose function hangs is heard at once', async () => {
    const folder = folderWith({});
    const mark = JSON.stringify(join(folder, 'begonnen'));
    write(
      folder,
      'hangt.js',
      `import { writeFileSync } from 'node:fs';
export default async () => { writeFileSync(${mark}, ''); await new Promise(() => {}); };`,
    );
    const begun = new Promise<void>((resolve) => {
      const watcher = watch(folder, () => existsSync(join(folder, 'begonnen')) && resolve());
      onTestFinished(() => watcher.close());
    });
    const functions = { hangt: { entry: 'hangt.js', trigger: { type: 'http' } } };
    write(folder, 'functielab.json', JSON.stringify({ version: 1, timeoutMs: PATIENT, functions }));
    const child = spawn(process.execPath, [bin, 'export', 'container'], { cwd: folder, stdio: 'ignore' });
    children.push(child);
    const ended = once(child, 'exit');
    await Promise.race([begun, ended]);
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.zip'))).toEqual([]);
  });

  test('`npx` starts it from its file, with nothing but what is on this computer', () => {
    const folder = folderWith({ 'hallo.js': HELLO });
    // As the README has it: from the folder in which the package lies.
    const args = [
      '--yes',
      '--offline',
      '--cache',
      join(home, 'cache'),
      `./${basename(tgz)}`,
      'check',
      folder,
    ];
    const { status, stdout } = spawnSync('npx', args, { cwd: home, encoding: 'utf8', shell: ON_WINDOWS });
    expect([status, stdout]).toEqual([0, 'In orde: 1 functie in 1 bestand.\n']);
  });

  /** A computer of its own, without any network but itself. */
  const WITHOUT_NETWORK = ['unshare', '--map-root-user', '--net'];
  const [program = '', ...options] = WITHOUT_NETWORK;
  const canUnplug = spawnSync(program, [...options, 'true']).status === 0;

  test.runIf(canUnplug)('it works where there is no network', async () => {
    const folder = folderWith({ 'hallo.js': HELLO });
    const script = `
import { spawn } from 'node:child_process';
import { networkInterfaces } from 'node:os';
spawn('ip', ['link', 'set', 'lo', 'up']).on('exit', () => {
  const child = spawn(process.execPath, [${JSON.stringify(bin)}, '--port', '0', ${JSON.stringify(folder)}]);
  child.stdout.setEncoding('utf8').on('data', async (text) => {
    const [, address, token] = /(http:\\/\\/127[^/]+)\\/_functielab\\/#functielab=(\\S+)/.exec(text) ?? [];
    if (address === undefined) return;
    const answer = await fetch(address, { headers: { 'x-functielab': token } });
    const page = await fetch(address + '/_functielab/');
    const shown = /<title>Functielab/.test(await page.text());
    console.log(JSON.stringify([answer.status, shown, Object.keys(networkInterfaces())]));
    child.kill();
  });
});`;
    const all = [...options, process.execPath, '--input-type=module', '-e', script];
    const { stdout } = spawnSync(program, all, { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([200, true, ['lo']]);
  });
});
