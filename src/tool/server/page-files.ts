/** The page of the laboratory, as the package has it: files that are the same for everybody, with the headers that go along. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { DESK_PATH, PAGE_FILES_PATH } from './gate.ts';

/** Beside the files: the headers of all of them, as pairs. */
export const PAGE_HEADERS_FILE = 'headers.json';
const PAGE_FILE = 'index.html';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface PageFiles {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * @param folder ends in a slash
 * @returns null where no page was made: in the sources of the course
 */
export function loadPageFiles(folder: URL): PageFiles | null {
  const headers = new URL(PAGE_HEADERS_FILE, folder);
  if (!existsSync(headers)) return null;
  const names = readdirSync(folder).filter((name) => name !== PAGE_HEADERS_FILE);
  return {
    headers: JSON.parse(readFileSync(headers, 'utf8')) as PageFiles['headers'],
    files: new Map(names.map((name) => [name, readFileSync(new URL(name, folder))])),
  };
}

/** @returns whether there is such a file */
export function sendPageFile(outgoing: ServerResponse, path: string, { headers, files }: PageFiles): boolean {
  const name = path === DESK_PATH ? PAGE_FILE : path.slice(PAGE_FILES_PATH.length);
  const content = files.get(name);
  if (content === undefined) return false;
  for (const [header, value] of headers) outgoing.setHeader(header, value);
  const ending = name.slice(name.lastIndexOf('.') + 1);
  outgoing.writeHead(200, {
    'content-type': TYPES[ending] ?? 'application/octet-stream',
    'content-length': content.length,
    // Another version of the tool may listen here tomorrow.
    'cache-control': 'no-store',
  });
  outgoing.end(content);
  return true;
}
