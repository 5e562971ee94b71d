/** The key-value store of one playground. It is in memory, so that a write is done when it is answered. */
import type { KvEntry } from '../../contract/bindings.ts';
import { utf8Length } from '../../contract/utf8.ts';

/** Room for all keys and values together; the page's memory is what is saved here. */
export const KV_LIMIT_BYTES = 10 * 1024 * 1024;

/** `null`: only when there is nothing under that key yet; a number: only when that is its version; absent: always. */
export type Condition = number | null | undefined;

/** An entry with what it takes of the room: counted once, since a value may be long. */
interface Weighed {
  readonly entry: KvEntry;
  readonly bytes: number;
}

export class KvStore {
  readonly #entries = new Map<string, Weighed>();
  #bytes = 0;
  /** One counter for all keys: a key that was deleted and comes back never has an old version again. */
  #lastVersion = 0;

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): KvEntry | null {
    return this.#entries.get(key)?.entry ?? null;
  }

  /** @returns those whose key begins with `prefix`, in the order of their code units */
  list(prefix = '', limit = Number.POSITIVE_INFINITY): KvEntry[] {
    const found = [...this.#entries.values()].flatMap(({ entry }) =>
      entry.key.startsWith(prefix) ? [entry] : [],
    );
    return found.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, limit);
  }

  isMet(key: string, condition: Condition): boolean {
    return condition === undefined || (this.get(key)?.version ?? null) === condition;
  }

  /** Whether there is room for this value in the place of what is there now. */
  hasRoom(key: string, value: string): boolean {
    return this.#bytesBeside(key) + weigh(key, value) <= KV_LIMIT_BYTES;
  }

  /** @param value JSON text */
  put(key: string, value: string): KvEntry {
    return this.restore({ key, value, version: this.#lastVersion + 1 });
  }

  /** Puts back what was there, with its version. */
  restore(entry: KvEntry): KvEntry {
    const bytes = weigh(entry.key, entry.value);
    this.#bytes = this.#bytesBeside(entry.key) + bytes;
    this.#lastVersion = Math.max(this.#lastVersion, entry.version);
    this.#entries.set(entry.key, { entry, bytes });
    return entry;
  }

  /** @returns whether it was there */
  delete(key: string): boolean {
    this.#bytes = this.#bytesBeside(key);
    return this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #bytesBeside(key: string): number {
    return this.#bytes - (this.#entries.get(key)?.bytes ?? 0);
  }
}

/** Key and value in UTF-8. */
function weigh(key: string, value: string): number {
  return utf8Length(key) + utf8Length(value);
}
