/**
 * A zip as a stranger made it: its list of entries, and one entry at a time, never more of it than a limit. The list at the end
 * of the file is believed for where things are, and for nothing else: what comes out is counted and checked.
 *
 * This folder reads zips and writes none; any room may import it, as all of kit. Begin here.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12, 4.3.14–4.3.16, 4.4.4 and 4.5.3.
 */
import { inflate } from './inflate.ts';

export interface ZipEntry {
  /** As the zip has it, with `/` between folders. */
  readonly path: string;
  /** What it says that it unpacks to, bytes. */
  readonly claimedBytes: number;
  /** What it takes in the zip, by the list. */
  readonly packedBytes: number;
  /** It names another file, in or outside the zip, in the way of Unix. */
  readonly isLink: boolean;
  /**
   * @param spend hears how many bytes came out, whatever came of it
   *
   * - `TOO_LARGE`: it unpacks to more than the limit;
   * - `DAMAGED`: it can't be unpacked, or comes out other than it went in;
   * - `LOCKED`: with a password;
   * - `OTHER_PACKING`: packed in a way that browsers and schools do not use.
   */
  unpack(
    limitBytes: number,
    spend: (bytes: number) => void,
  ): Uint8Array | 'TOO_LARGE' | 'DAMAGED' | 'LOCKED' | 'OTHER_PACKING';
}

const END = 0x06054b50;
const END_BYTES = 22;
const END_64 = 0x06064b50;
const END_64_BYTES = 56;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** Stands where the number itself is too large, and is in the extra field with this id. */
const ELSEWHERE = 0xffffffff;
const EXTRA_64 = 1;
const STORED = 0;
const DEFLATED = 8;
const IS_LOCKED = 1;
/** Of a mode of Unix, which stands in the upper half of an entry's attributes: what kind of file it is, and a link. */
const KIND_OF_FILE = 0o170000;
const LINK = 0o120000;

/** @returns null when it is no zip, or not a whole one */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] | null {
  try {
    return listOf(bytes);
  } catch (error) {
    // Reading past the end: what it says of itself is not so.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function listOf(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = end.listAt;
  for (let count = 0; count < end.count; count += 1) {
    if (view.getUint32(at, true) !== LISTED) return null;
    const nameBytes = view.getUint16(at + 28, true);
    const extraAt = at + LISTED_BYTES + nameBytes;
    const extraEnd = extraAt + view.getUint16(at + 30, true);
    const wide = wideNumbers(view, extraAt, extraEnd);
    const number = (offset: number) => {
      const value = view.getUint32(offset, true);
      return value === ELSEWHERE ? (wide.shift() ?? value) : value;
    };
    const claimedBytes = number(at + 24);
    const facts: Facts = {
      isLocked: (view.getUint16(at + 8, true) & IS_LOCKED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: number(at + 20),
      localAt: number(at + 42) + end.shift,
    };
    entries.push({
      path: nameOf(bytes.subarray(at + LISTED_BYTES, extraAt)),
      claimedBytes,
      packedBytes: facts.packedBytes,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & KIND_OF_FILE) === LINK,
      unpack: (limitBytes, spend) => unpack(bytes, facts, limitBytes, spend),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

interface End {
  readonly count: number;
  readonly listAt: number;
  /** How many bytes stand before the zip itself, in one that unpacks by itself for example. */
  readonly shift: number;
}

function endOf(view: DataView): End | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  let at = view.byteLength - END_BYTES;
  while (at >= lowest && view.getUint32(at, true) !== END) at -= 1;
  if (at < lowest) return null;
  const locator = at - LOCATOR_64_BYTES;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    // Where it stands is counted from the zip's own beginning; it ends where its locator begins.
    const wideAt = locator - END_64_BYTES;
    if (wideAt < 0 || view.getUint32(wideAt, true) !== END_64) return null;
    return ending(wideAt, wide(view, wideAt + 32), wide(view, wideAt + 40), wide(view, wideAt + 48));
  }
  return ending(
    at,
    view.getUint16(at + 10, true),
    view.getUint32(at + 12, true),
    view.getUint32(at + 16, true),
  );
}

function ending(at: number, count: number, listBytes: number, listed: number): End | null {
  const listAt = at - listBytes;
  return listAt < listed ? null : { count, listAt, shift: listAt - listed };
}

function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** The numbers that did not fit, in their order. */
function wideNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === EXTRA_64) {
      return Array.from({ length: Math.floor(size / 8) }, (_, nth) => wide(view, at + 4 + nth * 8));
    }
    at += 4 + size;
  }
  return [];
}

/** In UTF-8, whatever its flag says, as most programs write it; else as an old Windows did. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

interface Facts {
  readonly isLocked: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly localAt: number;
}

function unpack(
  bytes: Uint8Array,
  { isLocked, method, crc, packedBytes, localAt }: Facts,
  limitBytes: number,
  spend: (bytes: number) => void,
): ReturnType<ZipEntry['unpack']> {
  if (isLocked) return 'LOCKED';
  if (method !== STORED && method !== DEFLATED) return 'OTHER_PACKING';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (localAt + LOCAL_BYTES > bytes.length || view.getUint32(localAt, true) !== LOCAL) return 'DAMAGED';
  const from =
    localAt + LOCAL_BYTES + view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length < packedBytes) return 'DAMAGED';
  if (method === STORED && packed.length > limitBytes) return 'TOO_LARGE';
  if (method === STORED) spend(packed.length);
  const content = method === STORED ? packed : inflate(packed, limitBytes, spend);
  if (content === null) return 'DAMAGED';
  if (content === 'TOO_LARGE') return 'TOO_LARGE';
  return crcOf(content) === crc ? content : 'DAMAGED';
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

/** CRC-32 as a zip has it: the polynomial of ISO 3309, backwards. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
