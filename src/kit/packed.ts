/** JSON in as few characters as a link can carry: deflated, in base64url. */
import { deflateSync, Inflate, strToU8 } from 'fflate';

/** Of what a link or a file unpacks to. */
export const LIMIT_BYTES = 1024 * 1024;
/** Unpacked a bit at a time, so that a few bytes can't become gigabytes before they are counted. */
const CHUNK_BYTES = 1_024;

export function toPacked(json: string): string {
  const bytes = deflateSync(strToU8(json), { level: 9 });
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @returns null when it is not whole, is no text or no JSON, or is over the limit */
export function readPacked(text: string): unknown {
  const bytes = fromBase64Url(text);
  const json = bytes && inflate(bytes);
  return json === null ? null : parseJson(json);
}

/** @returns null when it is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
  return isWhole && size <= LIMIT_BYTES ? asText(joined(parts, size)) : null;
}

/** Bytes that are no UTF-8 would become other characters without a word: code that nobody wrote. */
function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** One piece of memory of what came in parts. */
export function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function fromBase64Url(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
