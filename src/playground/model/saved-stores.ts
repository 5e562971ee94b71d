/**
 * What a playground keeps on this device: its stores and its messages, in IndexedDB. Changes of one step of the
 * platform are saved together or not at all, and in their order; what waits while a transaction runs goes along with
 * the next one. Nothing here throws: without room, or without permission, a playground works as long as its page.
 */
import { signal } from '@preact/signals';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KvEntry, StoredObject } from '../../contract/bindings.ts';
import type { Changes, Saved, SavedMessage } from '../../engine/index.ts';
import { shelved } from '../../kit/storage.ts';
import { claim } from '../../kit/tabs/claim.ts';

const DATABASE = 'functielab';
const TABLES = ['kv', 'objects', 'messages'] as const;

interface Row<Value> {
  readonly playground: string;
  readonly value: Value;
}

interface Schema extends DBSchema {
  kv: { key: [string, string]; value: Row<KvEntry>; indexes: { playground: string } };
  objects: { key: [string, string]; value: Row<StoredObject>; indexes: { playground: string } };
  messages: {
    key: [string, string];
    value: Row<SavedMessage> & { readonly order: number };
    indexes: { playground: string };
  };
}

/**
 * - `kept`: what changes is saved;
 * - `copy`: another tab has this playground open and saves; here is a copy of what was there;
 * - `unsaved`: this browser keeps nothing, or has no room left;
 * - `stranger`: it belongs to somebody else's code, begins empty and ends with it.
 */
export type Keeping = 'kept' | 'copy' | 'unsaved' | 'stranger';

export interface SavedStores {
  readonly saved: Saved;
  readonly keep: (changes: Changes) => void;
  readonly keeping: { readonly value: Keeping };
  /** Lets another tab save. */
  close(): void;
}

const NOTHING: Saved = { kv: [], objects: [], messages: [] };

/** By name, until the task after the one in which it opened: a lab that was left meanwhile has been closed by then. */
const openings = new Map<string, Promise<unknown>>();

export function openSavedStores(playground: string): Promise<SavedStores> {
  // Who was left in this page while it opened is no other tab.
  const before = openings.get(playground);
  const opening = before?.then(() => openNow(playground)) ?? openNow(playground);
  const nextTask = () => new Promise((resolve) => setTimeout(resolve));
  openings.set(playground, opening.then(nextTask));
  return opening;
}

async function openNow(playground: string): Promise<SavedStores> {
  const keeping = signal<Keeping>('kept');
  let close = () => {};
  try {
    const release = await claim(`functielab:opslag:${playground}`);
    if (release === null) keeping.value = 'copy';
    else close = release;
    const database = await open();
    const saved = await load(database, playground);
    const { keep, saveNow } = keeper(database, playground, () => {
      keeping.value = 'unsaved';
    });
    addEventListener('pagehide', saveNow);
    return {
      saved,
      keeping,
      keep: (changes) => {
        if (keeping.peek() !== 'copy') keep(changes);
      },
      close: () => {
        removeEventListener('pagehide', saveNow);
        // A transaction that has begun is ended after that; what still waits for one would be lost.
        saveNow();
        close();
        database.close();
      },
    };
  } catch {
    keeping.value = 'unsaved';
    return { saved: NOTHING, keeping, keep: () => {}, close };
  }
}

function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(shelved(DATABASE), 1, {
    upgrade(database) {
      for (const table of TABLES) database.createObjectStore(table).createIndex('playground', 'playground');
    },
  });
}

async function load(database: IDBPDatabase<Schema>, playground: string): Promise<Saved> {
  const transaction = database.transaction(TABLES);
  const reading = [
    transaction.objectStore('kv').index('playground').getAll(playground),
    transaction.objectStore('objects').index('playground').getAll(playground),
    transaction.objectStore('messages').index('playground').getAll(playground),
  ] as const;
  // It ends by itself from here on: in WebKit a page waits for that of one which was left in the middle of it.
  transaction.commit();
  const [kv, objects, messages] = await Promise.all(reading);
  return {
    kv: kv.map(({ value }) => value),
    objects: objects.map(({ value }) => value),
    messages: messages.sort((a, b) => a.order - b.order).map(({ value }) => value),
  };
}

/** @param onFailure something could not be saved; what comes after it is not saved either, so that no hole is */
function keeper(database: IDBPDatabase<Schema>, playground: string, onFailure: () => void) {
  let waiting: Changes[] = [];
  let isSaving = false;
  let hasFailed = false;
  /** Messages are saved anew at each attempt, and keep the place at which they were sent. */
  const orders = new Map<string, number>();
  let nextOrder = Date.now();

  function orderOf(messageId: string): number {
    const order = orders.get(messageId) ?? nextOrder;
    nextOrder = Math.max(nextOrder, order + 1);
    orders.set(messageId, order);
    return order;
  }

  async function save(all: readonly Changes[]): Promise<void> {
    const transaction = database.transaction(TABLES, 'readwrite', { durability: 'relaxed' });
    const writes: Promise<unknown>[] = [transaction.done];
    const kv = transaction.objectStore('kv');
    const objects = transaction.objectStore('objects');
    const messages = transaction.objectStore('messages');
    for (const changes of all) {
      if (changes.isEmptied) {
        const mine = IDBKeyRange.bound([playground], [playground, []]);
        for (const table of [kv, objects, messages]) writes.push(table.delete(mine));
        orders.clear();
      }
      for (const [key, value] of changes.kv) {
        const id: [string, string] = [playground, key];
        writes.push(value === null ? kv.delete(id) : kv.put({ playground, value }, id));
      }
      for (const [key, value] of changes.objects) {
        const id: [string, string] = [playground, key];
        writes.push(value === null ? objects.delete(id) : objects.put({ playground, value }, id));
      }
      for (const [id, value] of changes.messages) {
        if (value === null) {
          orders.delete(id);
          writes.push(messages.delete([playground, id]));
        } else {
          writes.push(messages.put({ playground, value, order: orderOf(id) }, [playground, id]));
        }
      }
    }
    // A page that goes takes along each transaction that it has not committed itself: a reader who reloads right after
    // a run would find what stood there before. Chromium 156 also drops a committed one that it has not begun, which
    // takes a browser that is very busy, or a tab that opens the same database in that very moment: a page that goes
    // can't wait for it.
    transaction.commit();
    await Promise.all(writes);
  }

  /** @returns once they are saved, or have turned out not to be */
  function saveWaiting(): Promise<void> {
    const all = waiting;
    waiting = [];
    return save(all).catch(() => {
      hasFailed = true;
      waiting = [];
      onFailure();
    });
  }

  async function drain(): Promise<void> {
    isSaving = true;
    while (waiting.length > 0) await saveWaiting();
    isSaving = false;
  }

  return {
    keep: (changes: Changes) => {
      if (hasFailed) return;
      waiting.push(changes);
      if (!isSaving) void drain();
    },
    /** For a page or a lab that goes: nobody will be there when the transaction that they wait for has ended. */
    saveNow: () => {
      if (waiting.length > 0) void saveWaiting();
    },
  };
}

/** What a playground that is gone for good kept; nothing is said when there is no way to it. */
export async function forgetStores(playground: string): Promise<void> {
  try {
    const database = await open();
    const transaction = database.transaction(TABLES, 'readwrite');
    const mine = IDBKeyRange.bound([playground], [playground, []]);
    const writes = TABLES.map((table) => transaction.objectStore(table).delete(mine));
    transaction.commit();
    await Promise.all([...writes, transaction.done]);
    database.close();
  } catch {
    // Nothing can be kept here, so nothing was.
  }
}
