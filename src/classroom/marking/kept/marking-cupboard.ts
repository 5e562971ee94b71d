/**
 * Where markings are kept: a row a marking, one for each file that came and one for each verdict, so that a verdict writes itself
 * alone. On a device that is IndexedDB; where a browser keeps nothing they live in memory, as long as the page.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { shelved } from '../../../kit/storage.ts';
import type { KeptHead, KeptSource, KeptVerdict } from './marking-record.ts';

export interface MarkingRow {
  readonly id: string;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  /** When it was thrown away; a visit an hour later erases it. */
  readonly deletedAtMs: number | null;
  /** So many people have a row in it. */
  readonly people: number;
  readonly head: KeptHead;
}

/** What is to be written: of what is listed each by its number. */
export interface MarkingChanges {
  readonly row: MarkingRow;
  readonly sources: ReadonlyMap<number, KeptSource>;
  readonly verdicts: ReadonlyMap<number, KeptVerdict>;
}

/** As it lies there, for whoever reads it with care. */
export interface StoredParts {
  readonly sources: readonly unknown[];
  readonly verdicts: readonly unknown[];
}

/** @throws (all that promise) where nothing can be kept */
export interface MarkingCupboard {
  list(): Promise<readonly MarkingRow[]>;
  read(id: string): Promise<StoredParts>;
  /** All of it or nothing. */
  write(changes: MarkingChanges): Promise<void>;
  erase(id: string): Promise<void>;
}

export function cupboardOfPage(): MarkingCupboard {
  const rows = new Map<string, MarkingRow>();
  const parts = new Map<string, { sources: Map<number, KeptSource>; verdicts: Map<number, KeptVerdict> }>();
  return {
    list: async () => [...rows.values()],
    async read(id) {
      const { sources, verdicts } = parts.get(id) ?? { sources: new Map(), verdicts: new Map() };
      return { sources: [...sources.values()], verdicts: [...verdicts.values()] };
    },
    async write({ row, sources, verdicts }) {
      const mine = parts.get(row.id) ?? { sources: new Map(), verdicts: new Map() };
      for (const [at, source] of sources) mine.sources.set(at, source);
      for (const [at, verdict] of verdicts) mine.verdicts.set(at, verdict);
      parts.set(row.id, mine);
      rows.set(row.id, row);
    },
    async erase(id) {
      rows.delete(id);
      parts.delete(id);
    },
  };
}

const DATABASE = 'functielab-nakijken';
const VERSION = 1;

interface Schema extends DBSchema {
  markings: { key: string; value: MarkingRow };
  sources: { key: [id: string, at: number]; value: KeptSource };
  verdicts: { key: [id: string, at: number]; value: KeptVerdict };
}
const PARTS = ['sources', 'verdicts'] as const;

/** @throws where there is no IndexedDB, where it may not be used, and a `VersionError` where a newer course has written in it */
export async function openMarkingCupboard(): Promise<MarkingCupboard> {
  const database = await openDB<Schema>(shelved(DATABASE), VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore('markings', { keyPath: 'id' });
      for (const part of PARTS) fresh.createObjectStore(part);
    },
  });
  return cupboardIn(database);
}

function cupboardIn(database: IDBPDatabase<Schema>): MarkingCupboard {
  const ofOne = (id: string) => IDBKeyRange.bound([id], [id, []]);
  return {
    list: () => database.getAll('markings'),
    async read(id) {
      const transaction = database.transaction(PARTS);
      const reading = PARTS.map((part) => transaction.objectStore(part).getAll(ofOne(id)));
      transaction.commit();
      const [sources = [], verdicts = []] = await Promise.all(reading);
      return { sources, verdicts };
    },
    async write({ row, sources, verdicts }) {
      const transaction = database.transaction(['markings', ...PARTS], 'readwrite', {
        durability: 'relaxed',
      });
      const writes: Promise<unknown>[] = [transaction.done, transaction.objectStore('markings').put(row)];
      for (const [at, one] of sources) writes.push(transaction.objectStore('sources').put(one, [row.id, at]));
      for (const [at, one] of verdicts)
        writes.push(transaction.objectStore('verdicts').put(one, [row.id, at]));
      // A page that goes takes along each transaction that it has not committed itself.
      transaction.commit();
      await Promise.all(writes);
    },
    async erase(id) {
      const transaction = database.transaction(['markings', ...PARTS], 'readwrite');
      const writes: Promise<unknown>[] = [transaction.done, transaction.objectStore('markings').delete(id)];
      for (const part of PARTS) writes.push(transaction.objectStore(part).delete(ofOne(id)));
      transaction.commit();
      await Promise.all(writes);
    },
  };
}
