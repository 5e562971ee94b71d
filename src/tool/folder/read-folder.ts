/**
 * A folder on this computer as the texts of a project. It belongs to whoever typed the command, and may still hold anything: links to
 * elsewhere, a disk full of films, a file that goes while it is read. Nothing is written here.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceFile } from '../../contract/data.ts';
import { FILE_LIMIT_BYTES, MOST_FILES, PROJECT_LIMIT_BYTES, pathProblem } from '../../project/index.ts';

/** Why nothing of a folder was taken; `path` is the place that it is about. */
export interface FolderRefusal {
  readonly code:
    | 'NOT_THERE'
    | 'NOT_A_FOLDER'
    | 'NOT_READABLE'
    /** A link in it leads out of it. */
    | 'LINK_OUTSIDE'
    | 'BAD_NAME'
    | 'TOO_MANY_FILES'
    | 'TOO_MANY_BYTES';
  readonly path: string;
}

/** What was left out of a folder, and why. */
export interface LeftOut {
  readonly path: string;
  readonly why: 'noText' | 'tooLarge' | 'gone' | 'linkedFolder';
}

export interface FolderRead {
  /** Paths from the folder on, with `/` between the names. */
  readonly files: readonly SourceFile[];
  readonly left: readonly LeftOut[];
  /** Another one as soon as a file is saved, comes or goes. */
  readonly stamp: string;
}

/** Made by other tools, and never a function. Names that begin with a dot are settings: those are passed over too. */
const MADE = new Set(['node_modules', '__MACOSX', 'Thumbs.db']);
/** Folders within folders, so that `/` by mistake ends soon. */
const MOST_FOLDERS = 2_000;

interface Listed {
  readonly path: string;
  readonly size: number;
  readonly stamp: string;
}

interface Listing {
  readonly files: readonly Listed[];
  readonly left: readonly LeftOut[];
}

export const isFolderRefused = <Other extends object>(
  result: Other | FolderRefusal,
): result is FolderRefusal => 'code' in result;

/** @param folder as somebody typed it */
export function readFolder(folder: string): FolderRead | FolderRefusal {
  const root = rootOf(folder);
  if (typeof root !== 'string') return root;
  const listing = list(root);
  if (isFolderRefused(listing)) return listing;
  const files: SourceFile[] = [];
  const left = [...listing.left];
  for (const { path, size } of listing.files) {
    if (size > FILE_LIMIT_BYTES) {
      left.push({ path, why: 'tooLarge' });
      continue;
    }
    const text = textOf(join(root, path));
    if (typeof text === 'string') files.push({ path, text });
    else left.push({ path, why: text === null ? 'noText' : 'gone' });
  }
  return { files, left, stamp: stampOf(listing) };
}

/** @returns null for what `readFolder` would pass over: a setting, a link to elsewhere, what is no plain file, what is too large */
export function bytesIn(folder: string, name: string): Uint8Array | null {
  const root = rootOf(folder);
  if (typeof root !== 'string' || name.startsWith('.')) return null;
  const found = look(root, name);
  if (found === null || typeof found === 'string' || found.size > PROJECT_LIMIT_BYTES) return null;
  try {
    return new Uint8Array(readFileSync(join(root, name)));
  } catch {
    return null;
  }
}

/** Whether the folder is still as it was read; cheap enough to ask at every request. Null when it can't be read. */
export function folderStamp(folder: string): string | null {
  const root = rootOf(folder);
  if (typeof root !== 'string') return null;
  const listing = list(root);
  return isFolderRefused(listing) ? `refused ${listing.code} ${listing.path}` : stampOf(listing);
}

function stampOf({ files, left }: Listing): string {
  return JSON.stringify([files.map(({ stamp }) => stamp), left.map(({ path }) => path)]);
}

function rootOf(folder: string): string | FolderRefusal {
  try {
    const root = realpathSync(folder);
    return statSync(root).isDirectory() ? root : { code: 'NOT_A_FOLDER', path: folder };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return { code: code === 'ENOENT' || code === 'ENOTDIR' ? 'NOT_THERE' : 'NOT_READABLE', path: folder };
  }
}

function list(root: string): Listing | FolderRefusal {
  const files: Listed[] = [];
  const left: LeftOut[] = [];
  const folders = [''];
  let bytes = 0;
  for (const folder of folders) {
    if (folders.length > MOST_FOLDERS) return { code: 'TOO_MANY_FILES', path: '' };
    const names = namesIn(join(root, folder));
    if (names === null && folder === '') return { code: 'NOT_READABLE', path: root };
    for (const name of names ?? []) {
      if (MADE.has(name) || name.startsWith('.')) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const found = look(root, path);
      if (found === null) left.push({ path, why: 'gone' });
      else if (found === 'outside') return { code: 'LINK_OUTSIDE', path };
      else if (found === 'linkedFolder') left.push({ path, why: 'linkedFolder' });
      else if (found === 'folder') folders.push(path);
      else if (found !== 'other') {
        if (pathProblem(path) !== null) return { code: 'BAD_NAME', path };
        bytes += found.size;
        files.push(found);
      }
      if (files.length > MOST_FILES) return { code: 'TOO_MANY_FILES', path: '' };
      if (bytes > PROJECT_LIMIT_BYTES) return { code: 'TOO_MANY_BYTES', path: '' };
    }
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), left };
}

/** @returns null for a folder that may not be read, or has gone */
function namesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch {
    return null;
  }
}

/** @returns null for what has gone; `other` for what is neither file nor folder, such as a socket */
function look(root: string, path: string): Listed | 'folder' | 'linkedFolder' | 'outside' | 'other' | null {
  const place = join(root, path);
  try {
    const isLink = lstatSync(place).isSymbolicLink();
    // A link to what is not there leads nowhere, and so it leads out.
    if (isLink && !isInside(root, place)) return 'outside';
    const stats = statSync(place);
    if (stats.isDirectory()) return isLink ? 'linkedFolder' : 'folder';
    if (!stats.isFile()) return 'other';
    const { size, mtimeMs, ino } = stats;
    return { path, size, stamp: `${path}\0${size}\0${mtimeMs}\0${ino}` };
  } catch {
    return null;
  }
}

function isInside(root: string, place: string): boolean {
  try {
    const real = realpathSync(place);
    return real === root || real.startsWith(root + sep);
  } catch {
    return false;
  }
}

/** @returns null for what is no text, such as a picture; undefined for what has gone */
function textOf(place: string): string | null | undefined {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(place);
  } catch {
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
