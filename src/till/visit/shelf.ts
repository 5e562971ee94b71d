/**
 * A shelf for visits that all processes of a browser see alike, in IndexedDB. Each page of a tab writes an entry of its own,
 * blindly, so that a page that is left right after a run has it written: nothing that it would have to wait for comes first.
 * Who takes the visit over reads what all of them left and puts one entry in their place, in one transaction. Without a
 * library, since every page carries it.
 */

export interface ShelfEntry {
  /** When, on the wall's clock. */
  readonly atMs: number;
  readonly text: string;
}

/**
 * @throws (all that promise) where nothing can be kept, and when the browser does not answer in time. What it answers later is
 * done all the same: on a busy computer only the shelf knows what ran since on other pages, so a late answer is no lost one
 */
export interface Shelf {
  /** @param next gets what all pages of this tab left, this page included, and gives what is to stand there alone */
  take(id: string, page: string, next: (there: readonly ShelfEntry[]) => ShelfEntry): Promise<void>;
  /** @returns false when another page has taken the tab over while this one is shown: then nothing of this one stays */
  put(id: string, page: string, entry: ShelfEntry): Promise<boolean>;
  /** @returns whether this page took over from that one */
  follows(id: string, page: string): boolean;
  /**
   * The page is left: what cannot end without it is given up, and throws. In WebKit (2.50) a transaction of a page that lies in
   * the back/forward cache never ends, and each page after it waits for that.
   */
  letGo(): void;
}

const STORE = 'visits';
/** An entry only bridges processes of one tab; what the tab itself stored lasts as long as the tab. */
const KEPT_MS = 24 * 60 * 60 * 1_000;
/** Nobody is kept waiting longer for a browser that does not answer. */
const PATIENCE_MS = 3_000;
/**
 * Of a page that comes back the tab's own storage may be that of when it was left, in Chromium and in Firefox (153): it waits for what
 * ran since, and shows no amount that was true before.
 */
const PATIENCE_OF_RETURN_MS = 60_000;

/** @param name of the database */
export function openShelf(name: string, nowMs: () => number): Shelf {
  let opening: Promise<IDBDatabase> | null = null;
  let ready: IDBDatabase | null = null;
  let isLeft = false;
  /** The last that was taken over: while a browser keeps a page waiting, its tab may get another id. */
  let taken = '';
  /** What stood there when this page took over: such a page may be on its way out, and write once more. */
  let earlier: ReadonlySet<IDBValidKey> = new Set();
  const underWay = new Set<IDBTransaction>();

  function begin(database: IDBDatabase): IDBTransaction {
    return watch(database.transaction(STORE, 'readwrite'));
  }

  function watch(transaction: IDBTransaction): IDBTransaction {
    underWay.add(transaction);
    for (const end of ['complete', 'abort'])
      transaction.addEventListener(end, () => underWay.delete(transaction));
    return transaction;
  }

  function open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STORE);
        // A page that sleeps while it makes the database keeps all others from it.
        if (request.transaction !== null) watch(request.transaction);
      };
      request.onsuccess = () => {
        ready = request.result;
        if (!isLeft) removeOld(begin(ready), nowMs());
        resolve(ready);
      };
      request.onerror = () => reject(request.error);
    });
  }

  async function database(): Promise<IDBDatabase> {
    if (ready !== null) return ready;
    opening ??= open();
    // What was given up is tried again at the next need.
    opening.catch(() => {
      opening = null;
    });
    const opened = await opening;
    if (isLeft) throw new Error('The page was left before there was a database');
    return opened;
  }

  async function takeOver(...[id, page, next]: Parameters<Shelf['take']>): Promise<void> {
    const shelves = ready ?? (await database());
    if (id !== taken) throw new Error('The tab has another id by now');
    const transaction = begin(shelves);
    const store = transaction.objectStore(STORE);
    const ended = endOf(transaction);
    const keys = store.getAllKeys(pagesOf(id));
    const reading = store.getAll(pagesOf(id));
    reading.onsuccess = () => {
      earlier = new Set([...earlier, ...keys.result]);
      const entry = next(reading.result.flatMap((value) => entryFrom(value) ?? []));
      store.delete(pagesOf(id));
      store.put(entry, keyOf(id, page));
      // What is known from here on is written too, also when the page goes.
      transaction.commit();
    };
    await ended;
  }

  async function write(...[id, page, entry]: Parameters<Shelf['put']>): Promise<boolean> {
    // At once, where that can be: who leaves tells the next page after this that there is something to read.
    const shelves = ready ?? (await database());
    const transaction = begin(shelves);
    const store = transaction.objectStore(STORE);
    const ended = endOf(transaction);
    store.put(entry, keyOf(id, page));
    const reading = store.getAllKeys(pagesOf(id));
    // It ends by itself from here on, also when the page goes.
    transaction.commit();
    await ended;
    // Beside a page that was left another may stand which it never took over from: the next one puts both together.
    const own = keyOf(id, page);
    if (isLeft || reading.result.every((key) => key === own || earlier.has(key))) return true;
    const removal = begin(shelves);
    removal.objectStore(STORE).delete(own);
    await endOf(removal);
    return false;
  }

  return {
    take(id, page, next) {
      const limitMs = isLeft ? PATIENCE_OF_RETURN_MS : PATIENCE_MS;
      // What was being opened when the page was left never opens, in Firefox (153).
      if (isLeft) opening = null;
      isLeft = false;
      taken = id;
      return inTime(takeOver(id, page, next), limitMs);
    },
    put: (id, page, entry) => inTime(write(id, page, entry), PATIENCE_MS),
    follows: (id, page) => earlier.has(keyOf(id, page)),
    letGo() {
      isLeft = true;
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

const keyOf = (id: string, page: string) => `${id}:${page}`;
/** The sign after the colon ends the range. */
const pagesOf = (id: string) => IDBKeyRange.bound(`${id}:`, `${id};`, false, true);

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** A transaction waits for those of other pages, of which a browser may have put one to sleep. The work itself goes on. */
function inTime<Result>(work: Promise<Result>, limitMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), limitMs);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
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
  const { atMs, text } = value as Partial<Record<keyof ShelfEntry, unknown>>;
  return typeof atMs === 'number' && typeof text === 'string' ? { atMs, text } : null;
}
