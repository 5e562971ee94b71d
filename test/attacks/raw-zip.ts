/** A zip byte by byte, as no program makes one: the same file many times, two of one name, a check number that is not so. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawFile {
  readonly path: string | Uint8Array;
  readonly content: Uint8Array;
  /** It says another check number than that of its content. */
  readonly isDamaged?: boolean;
  /** Of its entry in the list: the mode of a file under Unix, times 65,536. */
  readonly attributes?: number;
}

const packed = new WeakMap<Uint8Array, Uint8Array>();
/** Once for each content, however many files hold it. */
function packedOf(content: Uint8Array): Uint8Array {
  const found = packed.get(content) ?? deflateRawSync(content);
  packed.set(content, found);
  return found;
}

/** @param isOneForAll only the first is really there, and the list names it for each of them */
export function rawZip(files: readonly RawFile[], isOneForAll = false): Uint8Array {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array) => {
    parts.push(part);
    size += part.length;
  };
  for (const [at, { path, content, isDamaged = false, attributes = 0 }] of files.entries()) {
    const name = typeof path === 'string' ? Buffer.from(path) : path;
    const data = packedOf(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE((crc32(content) ^ (isDamaged ? 1 : 0)) >>> 0, 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(attributes >>> 0, 6);
    end.writeUInt32LE(isOneForAll ? 0 : size, 10);
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), facts, end, name);
    if (at > 0 && isOneForAll) continue;
    for (const part of [Buffer.from([0x50, 0x4b, 3, 4]), facts, name, data]) add(part);
  }
  const listAt = size;
  for (const part of list) add(part);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size - listAt, 12);
  end.writeUInt32LE(listAt, 16);
  add(end);
  return Buffer.concat(parts);
}
