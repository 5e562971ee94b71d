/** What a file is by its first bytes: in which letters it is written, whether it is packed, and whether it is text at all. */

/** Kinds of files that somebody may take for a log, by how they begin. */
const BEGINNINGS = [
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
  { kind: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { kind: 'parquet', bytes: [0x50, 0x41, 0x52, 0x31] },
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
] as const;
export type OtherKind = (typeof BEGINNINGS)[number]['kind'];

/** Bytes that are enough to say what a file is. */
export const ENOUGH_BYTES = 4_096;
/** In text there is hardly a character of this kind; in anything else they are everywhere. */
const MOST_STRANGE = 0.1;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** @returns null for what may be text */
export function otherKindOf(head: Uint8Array): OtherKind | null {
  return BEGINNINGS.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.kind ?? null;
}

/**
 * Turns bytes into text as they come. UTF-16, which PowerShell 5 and some spreadsheets write, shows by its mark or, without
 * one, by a zero in every other byte, since logs are written in letters of English.
 */
export function decoderFor(head: Uint8Array): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 4;
  if (odd > many && even < many / 4) return new TextDecoder('utf-16le');
  if (even > many && odd < many / 4) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** Whether what was decoded is no text. A few zeros are left in a log by a machine that lost its power: those are none. */
export function isNoText(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd || (code < 32 && code !== 0 && code !== 27 && (code < 9 || code > 13))) strange += 1;
  }
  return strange > text.length * MOST_STRANGE;
}
