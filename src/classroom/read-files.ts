/**
 * The files that a teacher drops in: hand-ins, and the zip that a learning environment makes of them. A zip is read
 * entry by entry with everything counted; its paths are only names to show, and nothing is ever written.
 */
import { Unzip, UnzipInflate } from 'fflate';
import { joined, LIMIT_BYTES } from '../kit/packed.ts';
import { type HandIn, type Refusal, readHandIn } from './hand-in.ts';

/** One file as it came, alone or out of a zip. */
export interface Source {
  /** For show: `klas.zip › Mila/werk.functielab.json`. */
  readonly path: string;
  readonly result: HandIn | Refusal | 'TOO_MANY' | 'BAD_ZIP';
}

/** A school's largest class, many times over. */
export const MOST_FILES = 500;
/** Of a zip as it is dropped in. */
const ZIP_LIMIT_BYTES = 50 * 1024 * 1024;
/** Of all that a zip unpacks to. */
const UNPACKED_LIMIT_BYTES = 100 * 1024 * 1024;
const CHUNK_BYTES = 16 * 1_024;
const HAND_IN = /\.functielab\.json$/i;

/** What a browser calls a `File`. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** In their order; of what is neither a hand-in nor a zip, a refusal. */
export async function readHandIns(files: readonly DroppedFile[]): Promise<readonly Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    if (sources.length >= MOST_FILES) {
      sources.push({ path: file.name, result: 'TOO_MANY' });
      break;
    }
    if (/\.zip$/i.test(file.name)) sources.push(...(await readZip(file, MOST_FILES - sources.length)));
    else sources.push({ path: file.name, result: await readOne(file) });
  }
  return sources;
}

async function readOne(file: DroppedFile): Promise<Source['result']> {
  if (file.size > LIMIT_BYTES) return 'TOO_LARGE';
  return readHandIn(new TextDecoder().decode(await file.arrayBuffer()));
}

async function readZip(file: DroppedFile, room: number): Promise<readonly Source[]> {
  if (file.size > ZIP_LIMIT_BYTES) return [{ path: file.name, result: 'TOO_LARGE' }];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sources: Source[] = [];
  let unpacked = 0;
  let isFull = false;
  const zip = new Unzip((entry) => {
    // What is no hand-in is not unpacked at all: another zip, a link to elsewhere, what a school's system adds.
    if (isFull || !HAND_IN.test(entry.name)) return;
    if (sources.length >= room) {
      isFull = true;
      sources.push({ path: file.name, result: 'TOO_MANY' });
      return;
    }
    const at = sources.push({ path: `${file.name} › ${entry.name}`, result: 'BAD_ZIP' }) - 1;
    const path = `${file.name} › ${entry.name}`;
    const parts: Uint8Array[] = [];
    let size = 0;
    entry.ondata = (error, part, isFinal) => {
      if (error || isFull) return;
      size += part.length;
      unpacked += part.length;
      if (size > LIMIT_BYTES || unpacked > UNPACKED_LIMIT_BYTES) {
        sources[at] = { path, result: 'TOO_LARGE' };
        isFull = unpacked > UNPACKED_LIMIT_BYTES;
        entry.terminate();
        return;
      }
      parts.push(part);
      if (isFinal) sources[at] = { path, result: readHandIn(new TextDecoder().decode(joined(parts, size))) };
    };
    entry.start();
  });
  zip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !isFull; at += CHUNK_BYTES) {
      zip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
    }
  } catch {
    // An entry that was open then says so itself.
    if (sources.length === 0) return [{ path: file.name, result: 'BAD_ZIP' }];
  }
  return sources.length === 0 ? [{ path: file.name, result: 'NO_WORK' }] : sources;
}
