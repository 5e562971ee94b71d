/** What stores hold when a list of entries begins: an earlier visit may have left something, of which no entry tells. */
import type { KvEntry, ObjectInfo } from '../../contract/bindings.ts';
import { utf8Length } from '../../contract/utf8.ts';
import { KEPT_VALUE_BYTES, type StoredThing } from './standing.ts';

export interface StoredBefore {
  readonly stored: readonly StoredThing[];
  /** Of the values among them that are kept. */
  readonly valueBytes: number;
}

export const NOTHING_STORED: StoredBefore = { stored: [], valueBytes: 0 };

export function storedBefore(entries: readonly KvEntry[], objects: readonly ObjectInfo[]): StoredBefore {
  let valueBytes = 0;
  const values = entries.map(({ key, value, version }): StoredThing => {
    const bytes = utf8Length(value);
    const isKept = valueBytes + bytes <= KEPT_VALUE_BYTES;
    if (isKept) valueBytes += bytes;
    return { store: 'kv', key, bytes, writes: 1, version, value: isKept ? value : null };
  });
  const files = objects.map(
    ({ key, size }): StoredThing => ({
      store: 'bucket',
      key,
      bytes: size,
      writes: 1,
      version: null,
      value: null,
    }),
  );
  return { stored: [...values, ...files], valueBytes };
}
