/** Deflated bytes unpacked a bit at a time, so that a few bytes can't become gigabytes before they are counted. */
import { Inflate } from 'fflate';

const CHUNK_BYTES = 1_024;

/**
 * @param spend hears how many bytes came out, whatever came of it
 * @returns `TOO_LARGE` over the limit; null when it is not whole, or no deflated bytes
 */
export function inflate(
  packed: Uint8Array,
  limitBytes: number,
  spend: (bytes: number) => void = () => {},
): Uint8Array | 'TOO_LARGE' | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const unpacking = new Inflate((part, isFinal) => {
    size += part.length;
    parts.push(part);
    isWhole = isFinal;
  });
  try {
    for (let at = 0; at < packed.length && size <= limitBytes; at += CHUNK_BYTES) {
      unpacking.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
    }
  } catch {
    return null;
  } finally {
    spend(size);
  }
  if (size > limitBytes) return 'TOO_LARGE';
  return isWhole ? joined(parts, size) : null;
}

/** One piece of memory of what came in parts. */
function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
