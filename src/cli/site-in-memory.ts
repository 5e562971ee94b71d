/**
 * A built site as it was at one moment, in memory. A server that answers from it gives every page with the headers and
 * files of the same build, also while the next one takes its place on the disk, and keeps no file open there.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { headersFor, parseHeadersFile } from '../build/headers-file.ts';
import { filesIn } from '../build/html.ts';
import { CONTENT_TYPES } from './recipes/hosting-site.ts';

const HEADERS_FILE = '_headers';
/** A build changes these whatever it changes; `sw.js` is the last file that it writes. */
const TELLING = ['', 'index.html', HEADERS_FILE, 'sw.js'];
/** The disk may change while it is read; a build that takes its place does so once. */
const READINGS = 5;

export interface ServedFile {
  readonly content: Buffer;
  readonly type: string;
  readonly etag: string;
}

export interface SiteInMemory {
  /** By path in the site, without a slash in front. What is for the host alone is not among them. */
  readonly files: ReadonlyMap<string, ServedFile>;
  /** What `_headers` gives a path as it is asked for. */
  readonly headersOf: (pathname: string) => ReadonlyMap<string, string>;
}

/**
 * @param root folder of the built site
 * @returns a function that gives the site as it is now, or as it last was while there is none; null: there never was one
 */
export function siteFrom(root: string): () => SiteInMemory | null {
  let site: SiteInMemory | null = null;
  let known: string | null = null;
  return () => {
    for (let left = READINGS; left > 0; left -= 1) {
      const before = markOf(root);
      if (before === null || before === known) return site;
      const read = readSite(root);
      if (read === null || markOf(root) !== before) continue;
      site = read;
      known = before;
    }
    return site;
  };
}

/** @returns what differs between two builds; null when there is no site */
function markOf(root: string): string | null {
  const marks = TELLING.map((file) => {
    const stats = statSync(join(root, file), { bigint: true, throwIfNoEntry: false });
    return stats ? `${stats.ino} ${stats.mtimeNs} ${stats.size}` : null;
  });
  return marks[0] === null || marks[1] === null ? null : marks.join('\n');
}

/** @returns null when a file went away meanwhile */
function readSite(root: string): SiteInMemory | null {
  try {
    const names = filesIn(root);
    const rules = names.includes(HEADERS_FILE)
      ? parseHeadersFile(readFileSync(join(root, HEADERS_FILE), 'utf8'))
      : [];
    const files = names
      .filter((name) => name !== HEADERS_FILE)
      .map((name) => [name, servedFile(name, readFileSync(join(root, name)))] as const);
    return { files: new Map(files), headersOf: headersFor(rules) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function servedFile(name: string, content: Buffer): ServedFile {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return { content, type: typeOf(name), etag: `"${digest}"` };
}

function typeOf(name: string): string {
  const ending = extname(name).slice(1).toLowerCase();
  const type =
    CONTENT_TYPES.find(([, endings]) => endings.includes(ending))?.[0] ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
