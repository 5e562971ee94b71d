/**
 * Puts a finished build in the place of the one before. A build is written in a folder of its own beside `dist`, and takes
 * that name only when it is whole: whoever serves `dist` never has half a site, and a build that fails or is stopped
 * leaves the old one.
 *
 * A folder that stands there can't be replaced in one step on every system, so the old one is renamed, then the new one.
 * The name of each carries the id of the process that made it: what a process left that has ended since, is taken away
 * by the next, or put back when it ended between the two steps.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

const FRESH = 'nieuw';
const FORMER = 'oud';

/** Windows lets nobody rename a folder in which a virus scanner or a server has a file open; that passes. */
const LOCKED = ['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY'];
const TRIES = 20;
const BETWEEN_TRIES_MS = 150;

/** @returns a folder beside `dist`, which is not there yet, for one build of this process */
export function freshFolder(dist: string): string {
  return besides(dist, FRESH, process.pid);
}

function besides(dist: string, kind: string, pid: number): string {
  return join(dirname(dist), `.${basename(dist)}-${kind}-${pid}`);
}

/** Takes away what builds that were killed left beside `dist`, and puts back a site that one of them had just set aside. */
export function tidyUp(dist: string): void {
  for (const name of readdirSync(dirname(dist))) {
    const [, kind = '', pid = ''] = /-([a-z]+)-(\d+)$/.exec(name) ?? [];
    const folder = join(dirname(dist), name);
    if (![FRESH, FORMER].includes(kind) || folder !== besides(dist, kind, Number(pid))) continue;
    if (isRunning(Number(pid))) continue;
    if (kind === FORMER && !existsSync(dist)) renameSync(folder, dist);
    else remove(folder);
  }
}

/** Nobody serves these folders, so what can't go now may go another time. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (!LOCKED.includes(codeOf(error))) throw error;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is there too, though it takes no signal from us.
    return codeOf(error) === 'EPERM';
  }
}

/** How the disk is asked; a test brings a disk that refuses. */
interface Disk {
  readonly rename: (from: string, to: string) => void;
  readonly betweenTriesMs: number;
}

/**
 * Gives a whole build the name `dist`.
 *
 * @param fresh folder on the same disk, as `freshFolder` names one
 * @throws Error, in Dutch, when the system does not let go of the old folder; that stands where it was, then
 */
export async function putInPlace(
  fresh: string,
  dist: string,
  disk: Disk = { rename: renameSync, betweenTriesMs: BETWEEN_TRIES_MS },
): Promise<void> {
  const former = besides(dist, FORMER, process.pid);
  remove(former);
  for (let left = TRIES; ; left -= 1) {
    try {
      swap({ fresh, dist, former }, disk);
      break;
    } catch (error) {
      const code = codeOf(error);
      if (!LOCKED.includes(code)) throw error;
      if (left <= 1) {
        throw new Error(
          `De nieuwe site is klaar, maar de map ${basename(dist)} laat zich niet vervangen (${code}): een ander programma heeft ` +
            'er iets van open, of je mag er niet schrijven.\nSluit dat programma en bouw nog eens. De oude site staat er nog.',
        );
      }
      await delay(disk.betweenTriesMs);
    }
  }
  remove(former);
}

/** Without a pause between the two, so that a server misses the folder for a moment only. */
function swap(
  { fresh, dist, former }: { readonly fresh: string; readonly dist: string; readonly former: string },
  { rename }: Disk,
): void {
  const hadOne = existsSync(dist);
  if (hadOne) rename(dist, former);
  try {
    rename(fresh, dist);
  } catch (error) {
    if (hadOne) rename(former, dist);
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
