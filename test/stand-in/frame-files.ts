/** `instance.fs()`: what the client's `fs` calls, in the shapes that it expects. */
import { Comlink, type Remote } from './comlink.ts';
import type { Link } from './frame-link.ts';
import type { Entry } from './protocol.ts';

type Listener = Remote<[event: string, filename: string | null]>;
type Encoding = string | { readonly encoding?: string | null } | null;
type ReaddirOptions = string | { readonly encoding?: string | null; readonly withFileTypes?: boolean } | null;

/** The client's own numbers, with 0 for what is neither. */
const TYPES: Readonly<Record<Entry['type'], number>> = { other: 0, file: 1, directory: 2 };

/** @param watchers where the frame looks up who listens */
export function remoteFiles(link: Link, watchers: Map<number, Listener>) {
  let lastWatcher = 0;
  return {
    readFile: (path: string, encoding?: Encoding) => link.call('readFile', path, encodingOf(encoding)),
    writeFile: (path: string, data: string | Uint8Array, options?: Encoding) =>
      link.call('writeFile', path, data, encodingOf(options)),
    async readdir(path: string, options?: ReaddirOptions) {
      const toName =
        encodingOf(options) === 'buffer' ? (name: string) => new TextEncoder().encode(name) : String;
      const entries = await link.call('readdir', path);
      if (typeof options !== 'object' || !options?.withFileTypes)
        return entries.map(({ name }) => toName(name));
      return entries.map(({ name, type }) => ({ name: toName(name), 'Symbol(type)': TYPES[type] }));
    },
    mkdir: (path: string, options?: { recursive?: boolean }) =>
      link.call('mkdir', path, options?.recursive === true),
    rm: (path: string, options?: { force?: boolean; recursive?: boolean }) =>
      link.call('rm', path, options ?? {}),
    rename: (from: string, to: string) => link.call('rename', from, to),
    async watch(path: string, options: string | { recursive?: boolean } | null, listener: Listener) {
      lastWatcher += 1;
      const watcher = lastWatcher;
      watchers.set(watcher, listener);
      await link.call('watch', watcher, path, typeof options === 'object' && options?.recursive === true);
      return Comlink.proxy({
        async close() {
          watchers.delete(watcher);
          await link.call('unwatch', watcher);
        },
      });
    },
  };
}

function encodingOf(options: Encoding | undefined): string | null {
  return (typeof options === 'object' ? options?.encoding : options) ?? null;
}
