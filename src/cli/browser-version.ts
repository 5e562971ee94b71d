/** Which version a browser is, for the record of what was proven in it. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Webkit } from './find-browser.ts';

/** @returns what it says of itself, without its name: `150.0.7632.45`; null when it says nothing */
export function versionOf(program: string): string | null {
  try {
    return numberIn(
      execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return null;
  }
}

/** MiniBrowser says nothing before it has a screen. */
export async function webkitVersion({ browser, screen }: Webkit): Promise<string | null> {
  const server = spawn(screen, ['-displayfd', '1', '-screen', '0', '320x240x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'exit').catch(() => []);
  try {
    // A screen that does not come up ends, or is none.
    const [number] = await Promise.race([once(server.stdout, 'data'), ended]);
    if (!Buffer.isBuffer(number)) return null;
    const env = { ...process.env, DISPLAY: `:${number.toString().trim()}`, GDK_BACKEND: 'x11' };
    const { stdout } = await promisify(execFile)(browser, ['--version'], { env });
    return numberIn(stdout);
  } catch {
    return null;
  } finally {
    server.kill();
    await ended;
  }
}

const numberIn = (said: string): string | null => /\d+(?:\.\d+)+/.exec(said)?.[0] ?? null;
