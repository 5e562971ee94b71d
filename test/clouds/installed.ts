/** A folder in which projects of one target are installed once, and run one after another: their packages are the same. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { SourceFile } from '../../src/contract/data.ts';
import type { LocalCloud, StartLocalCloud } from '../../src/take-home/clouds/local/local-cloud.ts';

/** Retries wait 6 s, and an engine starts on a busy machine. */
const OWN_TESTS_LIMIT_MS = 120_000;
const PACKAGES = 'node_modules';

export type LoadModule = (address: string) => Promise<unknown>;

export class InstalledFolder {
  readonly path: string;
  readonly #load: LoadModule;
  #starts = 0;

  constructor(path: string, load: LoadModule) {
    this.path = path;
    this.#load = load;
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
    const noted = `${this.path}.lock`;
    if (existsSync(noted) && readFileSync(noted, 'utf8') === lock) return;
    rmSync(join(this.path, PACKAGES), { recursive: true, force: true });
    const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: this.path,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm ci in ${this.path} failed:\n${stderr}`);
    writeFileSync(noted, lock);
  }

  async start(): Promise<LocalCloud> {
    // A module is loaded once by its address: the next project has another.
    this.#starts += 1;
    const address = `${pathToFileURL(join(this.path, 'functielab/local.mjs')).href}?${this.#starts}`;
    const { start } = (await this.#load(address)) as { start: StartLocalCloud };
    // What functions log is in nobody's way here: the table is on standard output.
    return start({ folder: this.path, log: () => {} });
  }

  /** What `npm test` does in it. @returns what it printed when it failed; null when it passed */
  async ownTests(): Promise<string | null> {
    const { scripts } = JSON.parse(readFileSync(join(this.path, 'package.json'), 'utf8'));
    const [, ...args] = scripts.test.split(' ');
    // Without npm between, so that it can be ended.
    const child = spawn(process.execPath, args, {
      cwd: this.path,
      timeout: OWN_TESTS_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    const [code] = await once(child, 'close');
    return code === 0 ? null : `${code}\n${printed}`;
  }
}
