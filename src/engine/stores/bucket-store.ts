/** The objects (files) of one playground, in memory: a write is done when it is answered. */
import type { ObjectInfo, StoredObject } from '../../contract/bindings.ts';

/** Room for all objects together. */
export const BUCKET_LIMIT_BYTES = 100 * 1024 * 1024;

export class BucketStore {
  readonly #objects = new Map<string, StoredObject>();
  #bytes = 0;

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): StoredObject | null {
    return this.#objects.get(key) ?? null;
  }

  /** @returns those whose key begins with `prefix`, in the order of their code units */
  list(prefix = ''): ObjectInfo[] {
    const found = [...this.#objects.values()].filter(({ key }) => key.startsWith(prefix));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1)).map(infoOf);
  }

  hasRoom(key: string, bytes: number): boolean {
    return this.#bytes - (this.#objects.get(key)?.size ?? 0) + bytes <= BUCKET_LIMIT_BYTES;
  }

  /** @param body kept as it is: nobody else may write in it */
  put(key: string, body: Uint8Array, contentType: string): StoredObject {
    const object: StoredObject = { key, size: body.byteLength, contentType, body };
    this.#bytes += object.size - (this.#objects.get(key)?.size ?? 0);
    this.#objects.set(key, object);
    return object;
  }

  /** @returns whether it was there */
  delete(key: string): boolean {
    this.#bytes -= this.#objects.get(key)?.size ?? 0;
    return this.#objects.delete(key);
  }

  clear(): void {
    this.#objects.clear();
    this.#bytes = 0;
  }
}

export function infoOf({ key, size, contentType }: ObjectInfo): ObjectInfo {
  return { key, size, contentType };
}
