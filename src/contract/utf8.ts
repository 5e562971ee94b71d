/** How many bytes a text takes as UTF-8, without making them. */

/** Stops counting once it is over `enoughBytes`: all of them unless told otherwise. */
export function utf8Length(text: string, enoughBytes = Number.POSITIVE_INFINITY): number {
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= enoughBytes; at += 1) bytes += utf8Bytes(text.charCodeAt(at));
  return bytes;
}

/** Of one UTF-16 code unit; the two halves of a surrogate pair share its four bytes. */
export function utf8Bytes(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
}
