/** JSON in as few characters as a link can carry: deflated, in base64url. */
import { deflateSync, strToU8 } from 'fflate';
import { inflate } from './zip/inflate.ts';

/** Of what a link or a file unpacks to. */
export const LIMIT_BYTES = 1024 * 1024;

export function toPacked(json: string): string {
  const bytes = deflateSync(strToU8(json), { level: 9 });
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @returns null when it is not whole, is no text or no JSON, or is over the limit */
export function readPacked(text: string): unknown {
  const bytes = fromBase64Url(text);
  const unpacked = bytes && inflate(bytes, LIMIT_BYTES);
  const json = unpacked instanceof Uint8Array ? asText(unpacked) : null;
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

/** Bytes that are no UTF-8 would become other characters without a word: code that nobody wrote. */
function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromBase64Url(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
