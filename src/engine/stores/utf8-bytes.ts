const encoder = new TextEncoder();

/** @returns how many bytes a text takes as UTF-8 */
export function utf8Bytes(text: string): number {
  return encoder.encode(text).length;
}
