/**
 * What a recipe for a web server is made from. It holds for one build: `_headers` names the scripts in the pages
 * by their hash, so each build may need another recipe.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HeaderRule, parseHeadersFile, pathPattern } from '../../build/headers-file.ts';
import { readBuildList } from '../../build/offline-integration.ts';

export interface HostedSite {
  /** Absolute folder on the server that holds what is in `dist/`. */
  readonly root: string;
  /** Path on the host under which the site lives; it begins and ends with a slash. */
  readonly base: string;
  /** Name under which readers find the host. */
  readonly name: string;
  /** Null: the usual one, with HTTPS. A number: plain HTTP there, to try or behind a server that does HTTPS. */
  readonly port: number | null;
  readonly rules: readonly HeaderRule[];
}

/** @param root folder of the built site @throws Error, in Dutch, when it holds none */
export function readBuild(root: string): Pick<HostedSite, 'base' | 'rules'> {
  const headersFile = join(root, '_headers');
  const worker = join(root, 'sw.js');
  if (!existsSync(headersFile) || !existsSync(worker)) {
    throw new Error(`In ${root} staat geen gebouwde site. Draai eerst: npm run build`);
  }
  return {
    base: readBuildList(readFileSync(worker, 'utf8')).base,
    rules: parseHeadersFile(readFileSync(headersFile, 'utf8')),
  };
}

/** One value of one header, and for which paths it is sent. */
export interface HeaderUse {
  readonly name: string;
  readonly value: string;
  /** Sources of regular expressions; a path has to match one. */
  readonly patterns: readonly string[];
}

export function isEverywhere({ patterns }: HeaderUse): boolean {
  return patterns.includes(pathPattern('/*'));
}

/** Rules that give a header the same value become one. `Cache-Control` is left to `keptFor`. */
export function headerUses(rules: readonly HeaderRule[]): HeaderUse[] {
  return usesOf(rules, (name) => name !== 'cache-control');
}

/** How long a file may be kept, for files that the rules say it of. */
export function keptFor(rules: readonly HeaderRule[]): HeaderUse[] {
  return usesOf(rules, (name) => name === 'cache-control');
}

/** For any other file, as `serve.ts` and the hosts that read `_headers` do: ask whether it is still the same. */
export const KEPT_OTHERWISE = 'no-cache';
/** A file that is not there may come with the next build, whatever its name promises. */
export const KEPT_WHEN_MISSING = 'no-store';

/**
 * For a year, without the other names of the same domain: those may have a site that is not ours. Only over https, so it is
 * no header of the build.
 */
export const HSTS = 'max-age=31536000';

function usesOf(rules: readonly HeaderRule[], isWanted: (name: string) => boolean): HeaderUse[] {
  const uses = new Map<string, { name: string; value: string; patterns: string[] }>();
  for (const { path, headers } of rules) {
    for (const [name, value] of headers) {
      if (!isWanted(name.toLowerCase())) continue;
      const key = `${name.toLowerCase()}: ${value}`;
      const use = uses.get(key) ?? { name, value, patterns: [] };
      use.patterns.push(pathPattern(path));
      uses.set(key, use);
    }
  }
  return [...uses.values()];
}

/** Types of the files in a build, since servers differ in those that they know. */
export const CONTENT_TYPES: readonly (readonly [type: string, extensions: readonly string[]])[] = [
  ['text/html', ['html']],
  ['text/css', ['css']],
  ['text/javascript', ['js', 'mjs']],
  ['text/plain', ['txt']],
  ['text/csv', ['csv']],
  ['text/xml', ['xml']],
  ['application/json', ['json', 'map']],
  ['application/manifest+json', ['webmanifest']],
  ['application/wasm', ['wasm']],
  ['application/zip', ['zip']],
  ['image/svg+xml', ['svg']],
  ['image/png', ['png']],
  ['image/jpeg', ['jpg', 'jpeg']],
  ['image/webp', ['webp']],
  ['image/avif', ['avif']],
  ['image/x-icon', ['ico']],
  ['font/woff2', ['woff2']],
  // The index of the search: it is packed, and its reader unpacks it itself.
  ['application/octet-stream', ['pagefind', 'pf_fragment', 'pf_index', 'pf_meta', 'pf_filter', 'pf_sort']],
];

/** Text that gains from packing. */
export function isText(type: string): boolean {
  return type.startsWith('text/') || /(json|xml|wasm)$/.test(type);
}
