/** A container whose every move a test makes by hand. */
import type { Container, Project, Running } from '../../src/host/webcontainer/index.ts';
import { ContainersModel } from '../../src/playground/hosts/webcontainer/containers.ts';

export interface FakeRunning extends Running {
  readonly command: string;
  end(code: number): void;
  lose(): void;
  /** How many others had not ended when this began: what they listen on is taken. */
  readonly besides: number;
  say(text: string): void;
  isKilled: boolean;
}

export class FakeProject {
  readonly runs: FakeRunning[] = [];
  needs = false;
  /** Nothing that is asked of it is ever answered. */
  isFrozen = false;
  /** Keeps a spawn waiting until the test lets it go. */
  spawning: Promise<void> = Promise.resolve();
  writes = 0;
  /** What was asked of it, answered or not. */
  asked = 0;
  #running = 0;

  needsInstall = () => this.needs;

  write = async (): Promise<void> => {
    this.asked += 1;
    this.writes += 1;
    if (this.isFrozen) await new Promise(() => {});
  };

  install = (_files: unknown, _isLocked: boolean, options: { onOutput: (text: string) => void }) =>
    this.run('npm', ['ci'], options);

  run = async (
    command: string,
    args: readonly string[],
    { onOutput }: { onOutput: (text: string) => void },
  ): Promise<Running> => {
    this.asked += 1;
    if (this.isFrozen) await new Promise(() => {});
    await this.spawning;
    let end = (_: number) => {};
    let lose = () => {};
    const besides = this.#running;
    this.#running += 1;
    const exit = new Promise<number>((resolve, reject) => {
      end = (code) => {
        this.#running -= 1;
        resolve(code);
      };
      lose = () => reject(new Error('lost'));
    });
    exit.catch(() => undefined);
    const running: FakeRunning = {
      command: [command, ...args].join(' '),
      exit,
      besides,
      write: () => {},
      resize: () => {},
      kill: () => {
        running.isKilled = true;
      },
      end,
      lose,
      say: onOutput,
      isKilled: false,
    };
    this.runs.push(running);
    return running;
  };

  asProject(): Project {
    return this as unknown as Project;
  }
}

/** The page's container, ready and in the test's hands. */
export function readyContainers(project: FakeProject) {
  const servers = new Set<(port: number, url: string | null) => void>();
  const lost = new Set<() => void>();
  const container = {
    link: { isLost: false, nodeVersion: 'v22.0.0', clockStepMs: 0.1 },
    project: () => project.asProject(),
    onServer: (listener: (port: number, url: string | null) => void) => {
      servers.add(listener);
      return () => servers.delete(listener);
    },
    onLost: (listener: () => void) => {
      lost.add(listener);
      return () => lost.delete(listener);
    },
  } as unknown as Container;
  const containers = new ContainersModel({
    load: () => Promise.reject(new Error('not asked for')),
    coep: 'require-corp',
  });
  containers.look(null);
  containers.state.value = {
    kind: 'ready',
    container,
    number: 1,
    placeFor: () => ({ createHost: () => ({}) as never, clockStepMs: 0.1 }),
  };
  return {
    containers,
    starters: { webcontainer: containers },
    listen: (port: number, url: string | null) => {
      for (const tell of [...servers]) tell(port, url);
    },
    lose: () => {
      containers.state.value = { kind: 'failed', code: 'LOST', said: '' };
      for (const tell of [...lost]) tell();
    },
  };
}
