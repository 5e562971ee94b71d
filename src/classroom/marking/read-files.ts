/**
 * The files that a teacher drops in: hand-ins, and the zip that a learning environment makes of them. What a file is shows
 * from what is in it and not from its name, since browsers, learning environments and students rename. Each file is accounted
 * for: read, or refused with a reason. The paths in a zip are only names to show, and nothing is ever written.
 */
import { LIMIT_BYTES } from '../../kit/packed.ts';
import { readZip, type ZipEntry } from '../../kit/zip/read-zip.ts';
import { type HandIn, type Refusal, readHandIn } from '../hand-in/hand-in.ts';
import { visibleText } from '../hand-in/visible-text.ts';
import { readBlackboardPage } from '../reading/blackboard.ts';
import { toldBySystem } from '../reading/systems.ts';
import { textOf } from '../reading/text-of-file.ts';

/** A hand-in, and how it came. */
export interface HandedIn extends HandIn {
  /** The way to it, the file itself last: `['klas.zip', 'Mila De Smet_12_assignsubmission_file', 'werk.json']`. */
  readonly way: readonly string[];
  /** Which time files were chosen or dropped it came with, from 0 on; absent is the first. */
  readonly drop?: number;
}

/**
 * Why a file is not marked, besides what `readHandIn` says of its text:
 *
 * - `TOO_LARGE`: over 1 MB, or a zip over 50 MB;
 * - `TOO_MUCH`: with what was unpacked before it, over 100 MB;
 * - `TOO_MANY`: this and all after it;
 * - `TOO_FULL`: this and all after it in a zip in a zip;
 * - `BAD_ZIP`: no zip, or not a whole one; `DAMAGED`: one file in it;
 * - `LOCKED`, `OTHER_PACKING`: see `read-zip.ts`;
 * - `SYSTEM_PAGE`: no file of a student's, but what the learning environment itself tells, or what was typed in its form;
 * - `TOO_DEEP`: a zip in a zip in a zip;
 * - `EMPTY_ZIP`: nothing at all in it; `EMPTY_FOLDER`: a folder in it, of which that is true.
 */
export type FileRefusal =
  | Refusal
  | Exclude<ReturnType<ZipEntry['unpack']>, Uint8Array>
  | 'TOO_MANY'
  | 'TOO_MUCH'
  | 'TOO_FULL'
  | 'BAD_ZIP'
  | 'SYSTEM_PAGE'
  | 'TOO_DEEP'
  | 'EMPTY_ZIP'
  | 'EMPTY_FOLDER';

/** A file that is not marked, or a folder without one. */
export interface Refused {
  /** As that of a hand-in. */
  readonly way: HandedIn['way'];
  readonly result: FileRefusal;
  readonly drop?: number;
  /** Of whom a page of the learning environment is, as that page says. */
  readonly owner?: string;
}

/** One file as it came, alone or out of a zip. */
export type Source = HandedIn | Refused;

export const isRefused = (source: Source): source is Refused => 'result' in source;
export const isHandedIn = (source: Source): source is HandedIn => !isRefused(source);

/** A school's largest class, many times over, with what a learning environment adds to it. */
export const MOST_FILES = 1_000;
/** Of a zip as it is dropped in. */
export const ZIP_LIMIT_BYTES = 50 * 1024 * 1024;
/** Of all that zips unpack to. */
export const UNPACKED_LIMIT_BYTES = 100 * 1024 * 1024;
/**
 * A zip in a zip is what one student made, and may not use up what is there for all: so many files, and so much more than its
 * own size. A zip in it hardly gets smaller by being packed again, and its hand-ins, which do, are small.
 */
export const MOST_IN_INNER_ZIP = 200;
const INNER_ZIP_GROWTH_BYTES = 2 * 1024 * 1024;
const INNER_FILES_GROWTH_BYTES = 8 * 1024 * 1024;
/** In no class does a folder lie deeper, and a path of a zip may have tens of thousands. */
const DEEPEST_FOLDER = 40;
const ZIP = /\.zip$/i;
/** What might hold a hand-in if it were smaller. */
const TEXT_FILE = /\.(json|txt)$|functielab/i;
/** What macOS puts beside each file. */
const OF_MACOS = /(^|\/)(__MACOSX\/|\.DS_Store$)/;

/** What a browser calls a `File`. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * In their order.
 *
 * @param drop which time this is that files are chosen: of one person, what came in a later one is newer
 */
export async function readHandIns(files: readonly DroppedFile[], drop = 0): Promise<readonly Source[]> {
  const reading = new Reading(drop);
  for (const file of files) {
    if (reading.isFull) break;
    const way = [visibleText(file.name)];
    const isZip = ZIP.test(file.name);
    if (file.size > (isZip ? ZIP_LIMIT_BYTES : LIMIT_BYTES)) {
      reading.add(way, isZip || TEXT_FILE.test(file.name) ? 'TOO_LARGE' : 'OTHER_FILE');
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isZip) reading.zip(way, bytes);
    else reading.file(way, bytes);
  }
  return reading.sources;
}

/** What may still come out of a zip. */
interface Room {
  files: number;
  bytes: number;
}

class Reading {
  readonly #drop: number;
  readonly sources: Source[] = [];
  isFull = false;
  /** Of all that was dropped in. */
  #roomBytes = UNPACKED_LIMIT_BYTES;

  constructor(drop: number) {
    this.#drop = drop;
  }

  add(way: readonly string[], result: HandIn | FileRefusal, more: Pick<Refused, 'owner'> = {}): void {
    if (this.isFull) return;
    const drop = this.#drop === 0 ? {} : { drop: this.#drop };
    this.isFull = this.sources.length === MOST_FILES;
    if (this.isFull) this.sources.push({ way, result: 'TOO_MANY', ...drop });
    else if (typeof result === 'string') this.sources.push({ way, result, ...drop, ...more });
    else this.sources.push({ ...result, way, ...drop });
  }

  file(way: readonly string[], bytes: Uint8Array): void {
    const text = textOf(bytes);
    const result = readHandIn(text);
    if (result !== 'OTHER_FILE' || !isSystemPage(way)) this.add(way, result);
    else {
      const owner = readBlackboardPage(text)?.person;
      this.add(way, 'SYSTEM_PAGE', owner === undefined ? {} : { owner: visibleText(owner) });
    }
  }

  /** @param inner the room of a zip in a zip; null for one that was dropped in */
  zip(way: readonly string[], bytes: Uint8Array, inner: Room | null = null): void {
    const entries = readZip(bytes);
    if (entries === null) {
      this.add(way, 'BAD_ZIP');
      return;
    }
    const listed = entries.filter(({ path }) => !OF_MACOS.test(path));
    const filled = new Set(listed.flatMap(({ path }) => foldersAround(path)));
    const toRead = listed.filter(({ path }) => !filled.has(path));
    if (toRead.length === 0) this.add(way, 'EMPTY_ZIP');
    for (const entry of toRead) {
      if (this.isFull) return;
      const isFolder = entry.path.endsWith('/');
      const parts = entry.path.slice(0, isFolder ? -1 : undefined).split('/');
      const inside = [...way, ...parts.map(visibleText)];
      if (inner?.files === 0) {
        this.add(inside, 'TOO_FULL');
        return;
      }
      if (inner !== null) inner.files -= 1;
      if (isFolder) this.add(inside, 'EMPTY_FOLDER');
      else this.#entry(inside, entry, inner);
    }
  }

  #entry(way: readonly string[], entry: ZipEntry, inner: Room | null): void {
    const isZip = ZIP.test(entry.path);
    if (isZip && inner !== null) {
      this.add(way, 'TOO_DEEP');
      return;
    }
    // A photo that is too large is no hand-in, and need not be unpacked to say so.
    if (!isZip && entry.claimedBytes > LIMIT_BYTES && !TEXT_FILE.test(entry.path)) {
      this.add(way, 'OTHER_FILE');
      return;
    }
    const mostBytes = isZip
      ? Math.min(ZIP_LIMIT_BYTES, entry.packedBytes + INNER_ZIP_GROWTH_BYTES)
      : LIMIT_BYTES;
    const limitBytes = Math.min(mostBytes, inner?.bytes ?? mostBytes);
    const content = this.#unpack(entry, limitBytes, inner);
    if (typeof content === 'string') this.add(way, content);
    else if (!isZip) this.file(way, content);
    else {
      const bytes = content.length + INNER_FILES_GROWTH_BYTES;
      this.zip(way, content, { files: MOST_IN_INNER_ZIP, bytes });
    }
  }

  /** What comes out is counted, also when it is not used: a bomb that is damaged is work all the same. */
  #unpack(entry: ZipEntry, limitBytes: number, inner: Room | null) {
    const roomBytes = Math.min(limitBytes, this.#roomBytes);
    const content =
      roomBytes <= 0
        ? 'TOO_LARGE'
        : entry.unpack(roomBytes, (bytes) => {
            this.#roomBytes -= bytes;
            if (inner !== null) inner.bytes -= bytes;
          });
    return content === 'TOO_LARGE' && roomBytes < limitBytes ? 'TOO_MUCH' : content;
  }
}

/** What a learning environment puts beside the files of students, or makes of what they typed. */
function isSystemPage(way: readonly string[]): boolean {
  const name = way.at(-1) ?? '';
  const isIndex = way.length === 2 && name === 'index.html';
  return isIndex || way.slice(1).some((part) => toldBySystem(part)?.isPage === true);
}

/** As a zip names them: `['klas/', 'klas/Mila/']` for `klas/Mila/werk.json`. */
function foldersAround(path: string): readonly string[] {
  const parts = path.replace(/\/$/, '').split('/').slice(0, -1).slice(0, DEEPEST_FOLDER);
  return parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
}

/** For show: `klas.zip › Mila/werk.functielab.json`. A zip is a folder of another kind: what follows it stands behind an arrow. */
export function pathOf(way: readonly string[]): string {
  return way
    .map((part, at) => `${part}${at === way.length - 1 ? '' : ZIP.test(part) ? ' › ' : '/'}`)
    .join('');
}
