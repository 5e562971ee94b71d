/** Finds what runs on this computer and belongs to a container, also what its programs started and left behind. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

const HAS_PROC = process.platform === 'linux';

/** Everything in a terminal's session; where there is no `/proc`, its process group. Oldest first. */
export function membersOf(sessionId: number): number[] {
  if (!HAS_PROC) return groupMembers(sessionId);
  return allPids().filter((pid) => {
    // The name is in brackets and may hold anything; after it: state, parent, group, session.
    const fields = readText(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    return Number(fields[3]) === sessionId;
  });
}

/** Everything that was started with this variable, also in a session of its own. Nothing where there is no `/proc`. */
export function startedWith(name: string, value: string): number[] {
  if (!HAS_PROC) return [];
  return allPids().filter((pid) => readText(`/proc/${pid}/environ`).split('\0').includes(`${name}=${value}`));
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !isGone(error);
  }
}

/** Whoever is gone already is passed over. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH';
}

function allPids(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}

function groupMembers(groupId: number): number[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, group]) => (pid !== undefined && group === groupId ? [pid] : []));
}

/** Empty for a process that ended meanwhile, and for one of another user. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
