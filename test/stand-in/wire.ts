/** Messages as bytes: JSON, followed by the byte arrays that were in it, so that a megabyte is never spelled out. */

const BYTES = '$bytes';
const LENGTH_BYTES = 4;

/** Takes any JSON with `Uint8Array`s in it. A `Buffer` is no good: it turns itself into JSON before it is seen. */
export function pack(message: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const json = JSON.stringify(message, (_key, value: unknown) =>
    value instanceof Uint8Array ? { [BYTES]: parts.push(value) } : value,
  );
  parts.unshift(new TextEncoder().encode(json));

  const packed = new Uint8Array(parts.reduce((sum, part) => sum + LENGTH_BYTES + part.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    packed.set(part, at + LENGTH_BYTES);
    at += LENGTH_BYTES + part.length;
  }
  return packed;
}

/** Each byte array gets a buffer of its own, which can be transferred. */
export function unpack(packed: Uint8Array): unknown {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < packed.length; ) {
    const start = at + LENGTH_BYTES;
    at = start + view.getUint32(at);
    parts.push(Uint8Array.from(packed.subarray(start, at)));
  }
  const json = new TextDecoder().decode(parts[0]);
  return JSON.parse(json, (_key, value: unknown) => {
    const isPlace = typeof value === 'object' && value !== null && BYTES in value;
    return isPlace ? parts[value[BYTES] as number] : value;
  });
}
