/** The Node host as a process of plain Node, spoken to over its streams like the one in a container. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { createLinkedHost } from '../../../src/host/webcontainer/linked-host.ts';
import { NodeLink, type StreamProcess } from '../../../src/host/webcontainer/node-link.ts';
import type { Lab } from './lab.ts';
import { PageLab } from './page-lab.ts';

const MAIN = fileURLToPath(new URL('../../../src/host/node/main.ts', import.meta.url));

export interface NodeProcess extends StreamProcess {
  readonly child: ChildProcess;
  /** Folder of the projects. */
  readonly folder: string;
  close(): Promise<void>;
}

export function startNodeProcess(): NodeProcess {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-node-'));
  const child = spawn(process.execPath, [MAIN], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const exit = once(child, 'exit').then(([code]) => Number(code));
  // Who writes to a process that has just ended hears it from `exit`.
  child.stdin.on('error', () => {});
  return {
    child,
    folder,
    output: Readable.toWeb(child.stdout.setEncoding('utf8')) as ReadableStream<string>,
    exit,
    write: (text) => {
      child.stdin.write(text);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
    async close() {
      child.kill('SIGKILL');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openNodeLab(): Promise<Pick<Lab, 'evaluate' | 'close'>> {
  const node = startNodeProcess();
  // That it says nothing is the subject of other tests: here a busy machine gets the time it takes.
  const link = await NodeLink.open(node, { helloLimitMs: PATIENCE_MS, lostAfterPings: PATIENCE_MS / 1_000 });
  const createHost = createLinkedHost(link, 'proef');
  const lab = new PageLab((report) => Object.assign(createHost(report), { clockStepMs: link.clockStepMs }));
  return {
    evaluate: async (inPage, arg) => {
      globalThis.pageLab = lab;
      return inPage(arg);
    },
    close: () => node.close(),
  };
}
