/**
 * A random UUID (version 4, RFC 9562), as real platforms use for an invocation. Not
 * `crypto.randomUUID`, which a page has only over HTTPS or on localhost.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, variant.toString(16) + hex.slice(18, 20), hex.slice(20)].join('-');
}
