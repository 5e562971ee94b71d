/** The instance that `build` gives the client: every call goes to the server, every happening to its listener. */
import { Comlink, type Remote } from './comlink.ts';
import { remoteFiles } from './frame-files.ts';
import { openLink } from './frame-link.ts';
import { type Program, remotePrograms } from './frame-programs.ts';
import type { BuildOptions, Happening } from './protocol.ts';

export async function buildInstance(options: BuildOptions) {
  const programs = new Map<number, Program>();
  const watchers = new Map<number, Remote<[string, string | null]>>();
  const listeners = new Map<string, Set<Remote<unknown[]>>>();
  let isTornDown = false;

  const link = await openLink((happening) => {
    // What belonged to an instance is dead with it: no exit code, no output.
    if (!isTornDown) handOn(happening);
  });
  function handOn(happening: Happening): void {
    if (happening.type === 'output') programs.get(happening.process)?.output(happening.chunk);
    else if (happening.type === 'exit') programs.get(happening.process)?.exit(happening.code);
    else if (happening.type === 'watch') watchers.get(happening.watcher)?.(...happening.args);
    else for (const listener of listeners.get(happening.name) ?? []) listener(...happening.args);
  }

  try {
    await link.call('build', options);
  } catch (error) {
    link.close();
    throw error;
  }

  return Comlink.proxy({
    fs: () => Comlink.proxy(remoteFiles(link, watchers)),
    previewScript: () => Comlink.proxy({}),
    runtimeInfo: () => link.call('runtimeInfo'),
    // The client's name is plural, its value a single folder.
    loadFiles: (payload: Uint8Array, { mountPoints }: { mountPoints?: string }) =>
      link.call('loadFiles', payload, mountPoints ?? null),
    serialize: (path: string, { format }: { format: string }) => link.call('serialize', path, format),
    run: remotePrograms(link, programs),
    on(event: string, listener: Remote<unknown[]>) {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener));
      return Comlink.proxy(() => {
        those.delete(listener);
      });
    },
    setCredentials() {},
    setPreviewScript() {},
    async teardown() {
      isTornDown = true;
      await link.call('teardown');
      link.close();
    },
  });
}
