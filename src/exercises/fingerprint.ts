/** Eight hexadecimal digits by which two texts, or two versions of an exercise, are told apart. They prove nothing. */
import type { SourceFile } from '../contract/data.ts';

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

export const FINGERPRINT = /^[0-9a-f]{8}$/;

/** @param value whatever JSON can hold: the same has the same digits */
export function fingerprintOf(value: unknown): string {
  return (hashOf(JSON.stringify(value)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * Of an exercise: another one means that its start code or its checks are not what they were, so that a verdict of then says
 * nothing of now.
 */
export function exerciseVersion(files: readonly SourceFile[], checkIds: readonly string[]): string {
  return fingerprintOf([files.map(({ path, text }) => [path, text]), checkIds]);
}
