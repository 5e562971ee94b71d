/** A zip that somebody brings: refused whole for what no honest zip of a project has. */
import { bytesInWords } from '../../kit/numbers.ts';
import { readZip, type ZipEntry } from '../../kit/zip/read-zip.ts';
import { FILE_LIMIT_BYTES, MOST_FILES, PROJECT_LIMIT_BYTES } from '../file-limits.ts';
import { type Incoming, MADE, type Refusal, tooManyFiles } from './take-in.ts';

/** As it is brought: packed it is never larger than what it may unpack to. */
const ZIP_LIMIT_BYTES = PROJECT_LIMIT_BYTES;
const ZIP = /\.zip$/i;
const OF_MACOS = /(^|\/)(__MACOSX\/|\.DS_Store$)/;

const REFUSALS: Readonly<Record<Exclude<ReturnType<ZipEntry['unpack']>, Uint8Array>, string>> = {
  TOO_LARGE: 'pakt uit tot meer dan er past',
  DAMAGED: 'is beschadigd: download de zip nog eens',
  LOCKED: 'heeft een wachtwoord: maak een zip zonder',
  OTHER_PACKING: 'is ingepakt op een manier die we niet kennen: maak een gewone zip',
};

/** For a zip that need not be read to be refused. @returns null when its size is no reason */
export function zipTooLarge(bytes: number): Refusal | null {
  if (bytes <= ZIP_LIMIT_BYTES) return null;
  return refused(`is ${bytesInWords(bytes)}, en mag maximaal ${bytesInWords(ZIP_LIMIT_BYTES)} zijn`);
}

/** @returns its files, unpacked, or a sentence about the zip as a whole; nothing of such a zip is taken */
export function incomingOfZip(bytes: Uint8Array): readonly Incoming[] | Refusal {
  const tooLarge = zipTooLarge(bytes.length);
  if (tooLarge !== null) return tooLarge;
  const entries = readZip(bytes);
  if (entries === null) return refused('is niet compleet: download of maak hem opnieuw');
  const files = entries.filter(({ path }) => !path.endsWith('/') && !OF_MACOS.test(path));
  const own = files.filter(({ path }) => !MADE.test(path));
  for (const { path, isLink } of own) {
    if (isLink)
      return refused(
        `heeft een koppeling naar een ander bestand (${shown(path)}): pak hem uit en kies de map`,
      );
    if (isOutside(path)) return refused(`heeft een bestand dat buiten de map wil staan (${shown(path)})`);
    if (ZIP.test(path)) return refused(`heeft nog een zip in zich (${shown(path)}): pak die eerst uit`);
  }
  if (files.length === 0) return refused('is leeg');
  // Told before any of it is unpacked: each costs time, however little is in it.
  if (own.length > MOST_FILES) return tooManyFiles(own.length);
  const made = files.filter(({ path }) => MADE.test(path)).map(({ path }) => notUnpacked(path, 0));
  const incoming = unpacked(own);
  return 'refusal' in incoming ? incoming : [...incoming, ...made];
}

function unpacked(files: readonly ZipEntry[]): readonly Incoming[] | Refusal {
  const incoming: Incoming[] = [];
  let roomBytes = PROJECT_LIMIT_BYTES;
  for (const { path, claimedBytes, unpack } of files) {
    // Too large by its own word: left out by name, and not worth unpacking.
    if (claimedBytes > FILE_LIMIT_BYTES && claimedBytes <= roomBytes) {
      roomBytes -= claimedBytes;
      incoming.push(notUnpacked(path, claimedBytes));
      continue;
    }
    const content = unpack(roomBytes, (bytes) => {
      roomBytes -= bytes;
    });
    if (typeof content === 'string') return refused(`is niet te lezen: ${shown(path)} ${REFUSALS[content]}`);
    incoming.push({ path, size: content.length, read: () => Promise.resolve(content) });
  }
  return incoming;
}

/** Left out later, and told by its name. */
const notUnpacked = (path: string, size: number): Incoming => ({
  path,
  size,
  read: () => Promise.resolve(new Uint8Array()),
});

/** Above the folder in which it would be unpacked, or at the root of a disk. */
function isOutside(path: string): boolean {
  return /(^|[\\/])\.\.([\\/]|$)/.test(path) || /^([\\/]|[a-z]:)/i.test(path);
}

const refused = (why: string): Refusal => ({ refusal: `Deze zip ${why}. Er is niets veranderd.` });

function shown(path: string): string {
  return path.replaceAll(/\p{C}/gu, '�').slice(0, 60);
}
