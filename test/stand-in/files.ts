/** The file system of one container. Every path counts from its working directory, and none leads out of it. */
import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Calls, Happening } from './protocol.ts';

type FileCalls = Pick<
  Calls,
  'readFile' | 'writeFile' | 'readdir' | 'mkdir' | 'rm' | 'rename' | 'watch' | 'unwatch'
>;

export interface Files {
  readonly calls: FileCalls;
  /** @throws Error for a path that leads out of the working directory */
  resolve(path: string): string;
  close(): void;
}

export function openFiles(workdir: string, emit: (happening: Happening) => void): Files {
  const watchers = new Map<number, FSWatcher>();

  function resolve(path: string): string {
    const full = join(workdir, path);
    if (full !== workdir && !full.startsWith(workdir + sep))
      throw new Error(`EACCES: outside the workdir, '${path}'`);
    return full;
  }

  const calls: FileCalls = {
    async readFile(path, encoding) {
      const bytes = await readFile(resolve(path));
      return encoding === null ? Uint8Array.from(bytes) : bytes.toString(encoding as BufferEncoding);
    },
    async writeFile(path, data, encoding) {
      await writeFile(resolve(path), data, encoding as BufferEncoding | null);
    },
    async readdir(path) {
      const entries = await readdir(resolve(path), { withFileTypes: true });
      return entries.map((entry) => ({
        name: entry.name,
        type: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : 'other',
      }));
    },
    mkdir: (path, isRecursive) => mkdir(resolve(path), { recursive: isRecursive }),
    rm: (path, options) => rm(resolve(path), options),
    rename: (from, to) => rename(resolve(from), resolve(to)),
    async watch(watcher, path, isRecursive) {
      const watching = watch(resolve(path), { recursive: isRecursive }, (event, name) =>
        emit({ type: 'watch', watcher, args: [event, name] }),
      );
      // A watched folder that is removed is no error of the test.
      watching.on('error', () => {});
      watchers.set(watcher, watching);
    },
    async unwatch(watcher) {
      watchers.get(watcher)?.close();
      watchers.delete(watcher);
    },
  };
  return {
    calls,
    resolve,
    close() {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
