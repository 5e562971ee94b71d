/**
 * One function's code in a link or a file. The link holds it in its fragment, which a browser sends to no server.
 *
 *     { function: name, files: { path: text } } ──JSON──▶ deflate ──▶ base64url ──▶ #deel=<name>.<data>
 *
 * What comes in is somebody else's: it is read with a limit, shown as a copy beside the reader's own version
 * (`edits.ts`), and never runs by itself.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

export interface SharedCode {
  /** Name of the function's folder. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Longer ones are cut by chat programs and fit in no QR code. */
export const LONGEST_LINK = 8_000;
/** Of what a link or a file unpacks to. */
export const LIMIT_BYTES = 1024 * 1024;
export const FRAGMENT = '#deel=';
const KIND = 'code';
/** Unpacked a bit at a time, so that a few bytes can't become gigabytes before they are counted. */
const CHUNK_BYTES = 1_024;

/** @returns null when it would be longer than `LONGEST_LINK` */
export function linkTo(pageUrl: string, code: SharedCode): string | null {
  const packed = deflateSync(strToU8(JSON.stringify(code.files)), { level: 9 });
  const link = `${pageUrl.split('#')[0]}${FRAGMENT}${code.name}.${toBase64Url(packed)}`;
  return link.length > LONGEST_LINK ? null : link;
}

/** @returns null when there is nothing whole in it */
export function readFragment(fragment: string): SharedCode | null {
  const [, name = '', data = ''] = /^#deel=([a-z][a-z0-9-]*)\.([\w-]+)$/.exec(fragment) ?? [];
  const bytes = fromBase64Url(data);
  const text = bytes && inflate(bytes);
  return text ? asCode(name, parseJson(text)) : null;
}

export function shareFile({ name, files }: SharedCode): string {
  return `${JSON.stringify({ functielab: KIND, v: 1, function: name, files }, null, 2)}\n`;
}

/** @returns null when it is no such file */
export function readShareFile(text: string): SharedCode | null {
  if (text.length > LIMIT_BYTES) return null;
  const value = parseJson(text);
  if (!isRecord(value) || value['functielab'] !== KIND || value['v'] !== 1) return null;
  return typeof value['function'] === 'string' ? asCode(value['function'], value['files']) : null;
}

function asCode(name: string, files: unknown): SharedCode | null {
  if (!isRecord(files)) return null;
  const entries = Object.entries(files);
  const isText = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isText && entries.length > 0
    ? { name, files: Object.fromEntries(entries) as SharedCode['files'] }
    : null;
}

function inflate(bytes: Uint8Array): string | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const unpacking = new Inflate((part, isFinal) => {
    size += part.length;
    parts.push(part);
    isWhole = isFinal;
  });
  try {
    for (let at = 0; at < bytes.length && size <= LIMIT_BYTES; at += CHUNK_BYTES) {
      unpacking.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
    }
  } catch {
    return null;
  }
  if (!isWhole || size > LIMIT_BYTES) return null;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return strFromU8(all);
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
