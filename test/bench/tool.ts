/** The tool in a terminal: from typing the command to the first answer, beside a bare server of Node's; and what it takes on a disk. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { packTool } from '../../src/build/tool/tool-package.ts';
import { median } from './statistics.ts';

const TURNS = 5;

export interface ToolRun {
  /** From starting the process to the whole first answer. At most 3,000 ms. */
  readonly firstAnswerMs: number;
  /** The same of a server that is a line of Node. */
  readonly bareAnswerMs: number;
  readonly packedBytes: number;
  /** At most 15 MB. */
  readonly installedBytes: number;
}

const HANDLER = `export default () => new Response('hoi');\n`;
const BARE = `import { createServer } from 'node:http';
const server = createServer((request, response) => response.end('hoi'));
server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/_functielab/#functielab=x'));
`;

export async function benchTool(project: string): Promise<ToolRun> {
  const home = mkdtempSync(join(tmpdir(), 'functielab-bench-'));
  try {
    const tgz = await packTool(project, home);
    spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tgz], { cwd: home });
    writeFileSync(join(home, 'bare.mjs'), BARE);
    const folder = mkdtempSync(join(home, 'map-'));
    writeFileSync(join(folder, 'hallo.js'), HANDLER);
    const bin = join(home, 'node_modules/functielab/bin/functielab.mjs');
    const [first, bare]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < TURNS; turn += 1) {
      first.push(await answered([bin, '--port', '0', folder]));
      bare.push(await answered([join(home, 'bare.mjs')]));
    }
    return {
      firstAnswerMs: median(first),
      bareAnswerMs: median(bare),
      packedBytes: lstatSync(tgz).size,
      installedBytes: bytesIn(join(home, 'node_modules')),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @returns ms from its start until it answered a request */
async function answered(args: readonly string[]): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { origin, token } = await addressOf(child);
  const answer = await fetch(origin, { headers: { 'x-functielab': token } });
  if ((await answer.text()) !== 'hoi') throw new Error(`It answered ${answer.status}`);
  const ms = performance.now() - from;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return ms;
}

function addressOf(child: ChildProcess): Promise<{ readonly origin: string; readonly token: string }> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', () => reject(new Error(`It ended: ${printed}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, origin, token] =
        /(http:\/\/127\.0\.0\.1:\d+)\/_functielab\/#functielab=(\S+)/.exec(printed) ?? [];
      if (origin !== undefined && token !== undefined) resolve({ origin, token });
    });
  });
}

function bytesIn(folder: string): number {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0);
}
