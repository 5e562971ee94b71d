/** Random bytes are asked for many ids at once: each time costs more than the bytes. */
const IDS_AT_ONCE = 64;
const BYTES = 16;

const pool = new Uint8Array(IDS_AT_ONCE * BYTES);
let used = pool.length;

const hexOf = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A random UUID (version 4, RFC 9562), as real platforms use for an invocation. Not
 * `crypto.randomUUID`, which a page has only over HTTPS or on localhost.
 */
export function randomId(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let id = '';
  for (let at = 0; at < BYTES; at += 1) {
    let byte = pool[used + at] ?? 0;
    if (at === 6) byte = (byte & 0x0f) | 0x40;
    if (at === 8) byte = (byte & 0x3f) | 0x80;
    id += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + hexOf[byte];
  }
  used += BYTES;
  return id;
}
