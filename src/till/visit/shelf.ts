/**
 * A shelf for visits that all processes of a browser see alike, in IndexedDB: an entry is read and written in one
 * transaction, so no older copy is ever written over a newer one. Without a library, since every page carries it.
 */

export interface ShelfEntry {
  /** Of the page that wrote it. */
  readonly signature: string;
  /** When, on the wall's clock. */
  readonly atMs: number;
  readonly text: string;
}

export interface Shelf {
  /**
   * @param next gets what is there, and gives what is to be there; null changes nothing
   * @returns whether something was written
   * @throws where nothing can be kept, and when the browser does not answer
   */
  change(id: string, next: (there: ShelfEntry | null) => ShelfEntry | null): Promise<boolean>;
  /**
   * The page is left: changes under way are given up, and throw. In WebKit (2.50) a transaction of a page that lies in the
   * back/forward cache never ends, and each page after it waits for that.
   */
  letGo(): void;
}

const STORE = 'visits';
/** An entry only bridges processes of one tab; what the tab itself stored lasts as long as the tab. */
const KEPT_MS = 24 * 60 * 60 * 1_000;
/** A browser that does not answer is one without a shelf. */
const PATIENCE_MS = 3_000;

/** @param name of the database */
export function openShelf(name: string, nowMs: () => number): Shelf {
  let opening: Promise<IDBDatabase> | null = null;
  const underWay = new Set<IDBTransaction>();

  function begin(database: IDBDatabase): IDBTransaction {
    const transaction = database.transaction(STORE, 'readwrite');
    underWay.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => underWay.delete(transaction));
    return transaction;
  }

  function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => {
        removeOld(begin(request.result), nowMs());
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
      rejectInTime(reject);
    });
  }

  return {
    async change(id, next) {
      opening ??= open();
      const database = await opening;
      return new Promise((resolve, reject) => {
        const transaction = begin(database);
        const store = transaction.objectStore(STORE);
        const reading = store.get(id);
        let isWritten = false;
        reading.onsuccess = () => {
          const entry = next(entryFrom(reading.result));
          isWritten = entry !== null;
          if (entry !== null) store.put(entry, id);
        };
        transaction.oncomplete = () => resolve(isWritten);
        transaction.onabort = () => reject(transaction.error);
        // It waits for those of other pages, of which a browser may have put one to sleep.
        rejectInTime(reject);
      });
    },
    letGo() {
      for (const transaction of underWay) {
        try {
          transaction.abort();
        } catch {
          // It is ending by itself.
        }
      }
    },
  };
}

function rejectInTime(reject: (error: Error) => void): void {
  setTimeout(() => reject(new Error('IndexedDB does not answer')), PATIENCE_MS);
}

function removeOld(transaction: IDBTransaction, nowMs: number): void {
  const store = transaction.objectStore(STORE);
  const reading = store.openCursor();
  reading.onsuccess = () => {
    const cursor = reading.result;
    if (cursor === null) return;
    const entry = entryFrom(cursor.value);
    if (entry === null || Math.abs(nowMs - entry.atMs) > KEPT_MS) cursor.delete();
    cursor.continue();
  };
}

function entryFrom(value: unknown): ShelfEntry | null {
  if (typeof value !== 'object' || value === null) return null;
  const { signature, atMs, text } = value as Partial<Record<keyof ShelfEntry, unknown>>;
  return typeof signature === 'string' && typeof atMs === 'number' && typeof text === 'string'
    ? { signature, atMs, text }
    : null;
}
