/**
 * The files that a teacher drops in: hand-ins, and the zip that a learning environment makes of them. What a file is shows
 * from what is in it and not from its name, since browsers, learning environments and students rename. Each file is accounted
 * for: read, or refused with a reason. The paths in a zip are only names to show, and nothing is ever written.
 */
import { LIMIT_BYTES } from '../kit/packed.ts';
import { type HandIn, type Refusal, readHandIn } from './hand-in.ts';
import { readZip, type ZipEntry } from './read-zip.ts';
import { visibleText } from './visible-text.ts';

/** A hand-in, and how it came. */
export interface HandedIn extends HandIn {
  /** The way to it, the file itself last: `['klas.zip', 'Mila De Smet_12_assignsubmission_file', 'werk.json']`. */
  readonly way: readonly string[];
}

/**
 * Why a file is not marked, besides what `readHandIn` says of its text:
 *
 * - `TOO_LARGE`: over 1 MB, a zip over 50 MB, or all of a zip over 100 MB;
 * - `TOO_MANY`: this and all after it;
 * - `BAD_ZIP`: no zip, or not a whole one; `DAMAGED`: one file in it;
 * - `LOCKED`, `OTHER_PACKING`: see `read-zip.ts`;
 * - `TOO_DEEP`: a zip in a zip in a zip;
 * - `EMPTY_ZIP`: nothing at all in it.
 */
export type FileRefusal =
  | Refusal
  | Exclude<ReturnType<ZipEntry['unpack']>, Uint8Array>
  | 'TOO_MANY'
  | 'BAD_ZIP'
  | 'TOO_DEEP'
  | 'EMPTY_ZIP';

/** One file as it came, alone or out of a zip. */
export interface Source {
  /** For show: `klas.zip › Mila/werk.functielab.json`. */
  readonly path: string;
  readonly result: HandedIn | FileRefusal;
}

/** A school's largest class, many times over, with what a learning environment adds to it. */
export const MOST_FILES = 1_000;
/** Of a zip as it is dropped in. */
export const ZIP_LIMIT_BYTES = 50 * 1024 * 1024;
/** Of all that a zip unpacks to. */
const UNPACKED_LIMIT_BYTES = 100 * 1024 * 1024;
/** In the zip of a learning environment may lie the zip of a student. */
const DEEPEST = 2;
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

/** In their order. */
export async function readHandIns(files: readonly DroppedFile[]): Promise<readonly Source[]> {
  const reading = new Reading();
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

class Reading {
  readonly sources: Source[] = [];
  isFull = false;
  #unpackedBytes = 0;

  add(way: readonly string[], result: HandIn | FileRefusal): void {
    if (this.isFull) return;
    this.isFull = this.sources.length === MOST_FILES;
    const path = pathOf(way);
    if (this.isFull) this.sources.push({ path, result: 'TOO_MANY' });
    else this.sources.push({ path, result: typeof result === 'string' ? result : { ...result, way } });
  }

  file(way: readonly string[], bytes: Uint8Array): void {
    this.add(way, readHandIn(textOf(bytes)));
  }

  zip(way: readonly string[], bytes: Uint8Array, depth = 1): void {
    const entries = readZip(bytes);
    if (entries === null) {
      this.add(way, 'BAD_ZIP');
      return;
    }
    const files = entries.filter(({ path }) => !path.endsWith('/') && !OF_MACOS.test(path));
    if (files.length === 0) this.add(way, 'EMPTY_ZIP');
    for (const entry of files) {
      if (this.isFull) return;
      this.#entry([...way, ...entry.path.split('/').map(visibleText)], entry, depth);
    }
  }

  #entry(way: readonly string[], entry: ZipEntry, depth: number): void {
    const isZip = ZIP.test(entry.path);
    if (isZip && depth === DEEPEST) {
      this.add(way, 'TOO_DEEP');
      return;
    }
    const limitBytes = Math.min(isZip ? ZIP_LIMIT_BYTES : LIMIT_BYTES, this.#roomBytes);
    // A photo that is too large is no hand-in, and need not be unpacked to say so.
    if (!isZip && entry.claimedBytes > LIMIT_BYTES && !TEXT_FILE.test(entry.path)) {
      this.add(way, 'OTHER_FILE');
      return;
    }
    const content = entry.unpack(limitBytes);
    if (typeof content === 'string') {
      this.#unpackedBytes += content === 'TOO_LARGE' ? limitBytes : 0;
      this.add(way, content);
      return;
    }
    this.#unpackedBytes += content.length;
    if (isZip) this.zip(way, content, depth + 1);
    else this.file(way, content);
  }

  get #roomBytes(): number {
    return UNPACKED_LIMIT_BYTES - this.#unpackedBytes;
  }
}

/** A zip is a folder of another kind: what follows it stands behind an arrow. */
export function pathOf(way: readonly string[]): string {
  return way
    .map((part, at) => `${part}${at === way.length - 1 ? '' : ZIP.test(part) ? ' › ' : '/'}`)
    .join('');
}

/**
 * The text of a file in the encodings that people's programs write: UTF-8, UTF-16 (the Notepad of Windows, old PowerShell), and
 * what is neither of these as Western Windows. What is no text becomes characters that are no hand-in.
 */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  if (isLittle || isBig) return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
