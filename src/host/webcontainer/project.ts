/** One playground's folder in the container: its files, its packages, and what runs in it. */
import type { WebContainer, WebContainerProcess } from '@webcontainer/api';
import type { SourceFile } from '../../contract/data.ts';
import { PROJECTS_FOLDER } from './node-files.ts';

export interface TerminalSize {
  readonly cols: number;
  readonly rows: number;
}

/** A program that runs. */
export interface Running {
  /** Its exit code; rejected with `LostError` when the container went first. */
  readonly exit: Promise<number>;
  write(text: string): void;
  resize(size: TerminalSize): void;
  kill(): void;
}

export interface RunOptions {
  /** All that it prints, as its terminal shows it. */
  readonly onOutput: (text: string) => void;
  readonly size?: TerminalSize;
  readonly env?: Readonly<Record<string, string>>;
}

const MANIFEST = 'package.json';
const LOCKFILE = 'package-lock.json';
/** What npm would say besides an error is about funding, security audits and newer versions; and it would spin. */
const NPM_FLAGS = ['--no-audit', '--no-fund', '--no-update-notifier', '--no-progress'];

/** Rejects with `LostError` when the container goes first. */
export type During = <Result>(work: Promise<Result>) => Promise<Result>;

/** Whatever is waited for here ends when the container does: a promise of the client's never would. */
export class Project {
  readonly name: string;
  readonly #client: WebContainer;
  readonly #during: During;
  /** What npm last installed; null while that is nothing. */
  #installed: string | null = null;

  constructor(client: WebContainer, name: string, during: During) {
    this.#client = client;
    this.name = name;
    this.#during = during;
  }

  /** Seen from the container's working directory. */
  get folder(): string {
    return `${PROJECTS_FOLDER}/${this.name}`;
  }

  /** Writes them all: npm and a shell may have changed them meanwhile. Files that only the container has stay. */
  write(files: readonly SourceFile[]): Promise<void> {
    return this.#during(this.#writeAll(files));
  }

  async #writeAll(files: readonly SourceFile[]): Promise<void> {
    const folders = new Set(
      files.map(({ path }) => `${this.folder}/${path}`.split('/').slice(0, -1).join('/')),
    );
    for (const folder of [this.folder, ...folders]) await this.#client.fs.mkdir(folder, { recursive: true });
    await Promise.all(
      files.map(({ path, text }) => this.#client.fs.writeFile(`${this.folder}/${path}`, text)),
    );
  }

  /** @returns whether these files ask for other packages than are installed */
  needsInstall(files: readonly SourceFile[]): boolean {
    return wantedPackages(files) !== this.#installed;
  }

  /** Installs what `package.json` asks for. @param isLocked there is a lockfile, and it was made from this manifest */
  async install(files: readonly SourceFile[], isLocked: boolean, options: RunOptions): Promise<Running> {
    await this.write(files);
    const usesLockfile = isLocked && files.some(({ path }) => path === LOCKFILE);
    const running = await this.run('npm', [usesLockfile ? 'ci' : 'install', ...NPM_FLAGS], options);
    const wanted = wantedPackages(files);
    running.exit.then(
      (code) => {
        if (code === 0) this.#installed = wanted;
      },
      () => undefined,
    );
    return running;
  }

  async run(command: string, args: readonly string[], options: RunOptions): Promise<Running> {
    const { onOutput, size, env } = options;
    const process = await this.#during(
      this.#client.spawn(command, [...args], {
        cwd: this.folder,
        ...(size && { terminal: size }),
        ...(env && { env: { ...env } }),
      }),
    );
    void pump(process, onOutput);
    const input = process.input.getWriter();
    const exit = this.#during(process.exit);
    // Who doesn't wait for it need not hear that the container is gone.
    exit.catch(() => undefined);
    return {
      exit,
      write: (text) => {
        input.write(text).catch(() => undefined);
      },
      resize: (wanted) => process.resize(wanted),
      kill: () => process.kill(),
    };
  }
}

/** @returns what decides which packages there must be, or null when none are asked for */
function wantedPackages(files: readonly SourceFile[]): string | null {
  const textOf = (name: string) => files.find(({ path }) => path === name)?.text ?? '';
  const manifest = textOf(MANIFEST);
  return hasDependencies(manifest) ? `${manifest}\0${textOf(LOCKFILE)}` : null;
}

function hasDependencies(manifest: string): boolean {
  try {
    const { dependencies } = JSON.parse(manifest) as { dependencies?: unknown };
    return typeof dependencies === 'object' && dependencies !== null && Object.keys(dependencies).length > 0;
  } catch {
    // npm says better than we do what is wrong with it.
    return manifest.trim() !== '';
  }
}

async function pump({ output }: WebContainerProcess, onOutput: (text: string) => void): Promise<void> {
  const reader = output.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || value === undefined) return;
    onOutput(value);
  }
}
