/** The tool as a test holds it: in this process, with a terminal that remembers, and folders that go when the test does. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { bundleNodeScript } from '../../src/build/inline-script.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';
import { LONGEST_TIMEOUT_MS } from '../../src/contract/lab-defaults.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';
import { runTool } from '../../src/tool/index.ts';
import type { PageFiles } from '../../src/tool/server/page-files.ts';

export const HELLO = `export default async function hallo(request, context) {
  console.log('hallo');
  return Response.json({ versie: 1, tekst: await request.text() });
}
`;

/** For `timeoutMs`, where a test waits for what a function does: the longest there is. */
export const PATIENT = LONGEST_TIMEOUT_MS;

/** The `functielab.json` of one function that may take as long as it needs: a busy machine takes long to start an instance. */
export const patiently = (entry: string) =>
  JSON.stringify({
    version: 1,
    functions: { [entry.replace('.js', '')]: { entry, trigger: { type: 'http' } } },
    timeoutMs: PATIENT,
  });

/** A folder with these files, by path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) write(folder, path, content);
  return folder;
}

export function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Bundled once a file: a busy machine takes seconds to read the sources of an instance each time. */
let workerUrl: URL;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-worker-'));
  const entry = fileURLToPath(new URL('../../src/host/node/worker-main.ts', import.meta.url));
  writeFileSync(join(folder, 'worker.mjs'), await bundleNodeScript(entry));
  workerUrl = pathToFileURL(join(folder, 'worker.mjs'));
}, PATIENCE_MS);
afterAll(() => rmSync(dirname(fileURLToPath(workerUrl)), { recursive: true, force: true }));

const prices = loadPrices();

/** For who opens the laboratory: it was not made in the others. */
let page: PageFiles | null = null;
export function usePage(files: PageFiles | null): void {
  page = files;
}

async function* piped(text: string) {
  if (text !== '') yield new TextEncoder().encode(text);
}

interface Printed {
  out: string;
  err: string;
}

function processFor(cwd: string, stdin: string, stopped: Promise<void>, onText: () => void) {
  const printed: Printed = { out: '', err: '' };
  const add = (to: keyof Printed) => (text: string) => {
    printed[to] += text;
    onText();
  };
  const process = {
    out: add('out'),
    err: add('err'),
    stdin: piped(stdin),
    isStdinTyped: false,
    cwd,
    stopped: () => stopped,
    prices: () => prices,
    templates: new URL('../../content/templates/', import.meta.url),
    today: new Date('2026-11-29'),
    workerUrl,
    page: () => page,
  };
  return { printed, process };
}

/** A command that comes to its end by itself. */
export async function command(cwd: string, args: readonly string[], stdin = '') {
  const { printed, process } = processFor(cwd, stdin, Promise.resolve(), () => {});
  const status = await runTool(args, process);
  return { status, ...printed };
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as somebody may send it: `fetch` would not let a test choose `Host`, `Origin` and the like. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) {
  return new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

/** Starts `functielab` and waits until it listens. */
export async function start(cwd: string, args: readonly string[] = []) {
  const looking = new Set<() => void>();
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const { printed, process } = processFor(cwd, '', stopped, () => {
    for (const look of [...looking]) look();
  });
  const ended = runTool(['--port', '0', ...args], process);
  onTestFinished(async () => {
    stop();
    await ended;
  });
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const found = pattern.exec(printed.out + printed.err);
        if (found === null) return;
        looking.delete(look);
        resolve(found);
      };
      looking.add(look);
      look();
    });
  const begun = until(
    /(http:\/\/127\.0\.0\.1:(\d+)\/_functielab\/#functielab=(\S+))[\s\S]*?(http:\/\/localhost:\d+\/\?functielab=(\S+))/,
  );
  const [, address = '', port = '', token = '', tabAddress = '', tabKey = ''] = await Promise.race([
    begun,
    ended.then((status) => {
      throw new Error(`It ended with ${status}: ${printed.err}`);
    }),
  ]);
  const call = (path: string, asked: Asked = {}) =>
    ask(Number(port), path, { ...asked, headers: { 'x-functielab': token, ...asked.headers } });
  return {
    port: Number(port),
    /** Of the laboratory, and of a function in a tab. */
    address,
    tabAddress,
    token,
    tabKey,
    printed,
    until,
    call,
    async stop() {
      stop();
      return ended;
    },
  };
}
