/** A program in Node beside this one, with the played world before it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

export interface ChildOptions {
  readonly folder: string;
  /** Arguments of Node, from the folder: the program, and what it is given. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it prints when it is ready, with a group for what is wanted of it. */
  readonly ready: RegExp;
  /** Is told each line that it prints, after it is ready; the lines go to the terminal if absent. */
  readonly onLine?: (line: string) => void;
}

export interface NodeChild {
  /** The first group of `ready`. */
  readonly told: string;
  stop(): Promise<void>;
}

const preload = 'functielab/world.mjs';
/** From the end of a program until nobody waits for its last words any more. */
const HEARD_OUT_MS = 5_000;

/** @throws Error with what it printed, when it ends before it is ready */
export async function startNode({ folder, args, env, ready, onLine }: ChildOptions): Promise<NodeChild> {
  const child = spawn(process.execPath, ['--import', `./${preload}`, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    // By the last one it hears that this process is gone, however that was ended: see `world-main.ts`.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // Who ends by itself takes the program along at once.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const say = onLine ?? ((line: string) => console.log(line));
  const told = await new Promise<string>((resolve, reject) => {
    let printed = '';
    let isReady = false;
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (isReady) {
            say(line);
            continue;
          }
          printed += `${line}\n`;
          const found = ready.exec(line);
          if (found === null) continue;
          isReady = true;
          resolve(found[1] ?? '');
        }
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => {
      const tell = () =>
        reject(new Error(`${join(folder, args.join(' '))} eindigde met ${code}:\n${printed}`));
      // What it printed says why, and may come after its end; whom it left behind may hold its output open.
      child.once('close', tell);
      setTimeout(tell, HEARD_OUT_MS).unref();
    });
  });
  return {
    told,
    async stop() {
      process.removeListener('exit', end);
      await endChild(child);
    },
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
