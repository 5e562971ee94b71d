/** A folder in which projects of one target are installed once, and run one after another: their packages are the same. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { SourceFile } from '../../src/contract/data.ts';
import type { LocalCloud, StartLocalCloud } from '../../src/take-home/clouds/local/local-cloud.ts';

const PACKAGES = 'node_modules';

export class InstalledFolder {
  readonly path: string;
  #lock: string | null = null;
  #starts = 0;

  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
  }

  /** Nothing of an earlier project stays but its packages, which `npm ci` puts there from the lockfile of the first. */
  write(files: readonly SourceFile[]): void {
    for (const name of readdirSync(this.path)) {
      if (name !== PACKAGES) rmSync(join(this.path, name), { recursive: true, force: true });
    }
    for (const { path, text } of files) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), text);
    }
    this.#install();
  }

  #install(): void {
    const { packages } = JSON.parse(readFileSync(join(this.path, 'package-lock.json'), 'utf8'));
    const lock = JSON.stringify({ ...packages, '': null });
    if (lock === this.#lock) return;
    rmSync(join(this.path, PACKAGES), { recursive: true, force: true });
    const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: this.path,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm ci in ${this.path} failed:\n${stderr}`);
    this.#lock = lock;
  }

  async start(): Promise<LocalCloud> {
    // A module is loaded once by its address: the next project has another.
    this.#starts += 1;
    const address = `${pathToFileURL(join(this.path, 'functielab/local.mjs')).href}?${this.#starts}`;
    const { start } = (await import(/* @vite-ignore */ address)) as { start: StartLocalCloud };
    // What functions log is in nobody's way here: the table is on standard output.
    return start({ folder: this.path, log: () => {} });
  }

  /** `npm test`, as a reader types it. @returns what it printed when it failed; null when it passed */
  async ownTests(): Promise<string | null> {
    if (!existsSync(join(this.path, 'test/voorbeelden.test.mjs'))) return 'there is no test';
    const child = spawn('npm', ['test'], { cwd: this.path, shell: process.platform === 'win32' });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    const [code] = await once(child, 'close');
    return code === 0 ? null : printed;
  }
}
