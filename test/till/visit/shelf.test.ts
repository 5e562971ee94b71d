/** The shelf of visits in a browser of which the database does not answer, as behind a page that sleeps. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openShelf } from '../../../src/till/visit/shelf.ts';

const nothing = () => ({ atMs: 1, text: '' });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IDBKeyRange', { bound: () => null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A database that opens, and of which a transaction ends only when it is given up. */
function sleepingDatabase() {
  const request = () => ({ onsuccess: null, onerror: null });
  class Transaction extends EventTarget {
    onabort: (() => void) | null = null;
    readonly error = new Error('given up');
    objectStore = () => ({ getAll: request, getAllKeys: request, openCursor: request });
    abort(): void {
      this.onabort?.();
      this.dispatchEvent(new Event('abort'));
    }
  }
  const result = { transaction: () => new Transaction() };
  return {
    open: () => {
      const opening: { onsuccess: (() => void) | null; result: typeof result } = { onsuccess: null, result };
      queueMicrotask(() => opening.onsuccess?.());
      return opening;
    },
  };
}

test.each([
  ['never opens', { open: () => ({}) }],
  ['opens, and whose transactions never end', sleepingDatabase()],
])('a database that %s is not waited for', async (_, indexedDB) => {
  vi.stubGlobal('indexedDB', indexedDB);
  const taking = openShelf('functielab-bezoek', () => 1).take('id', 'page', nothing);
  const refused = expect(taking).rejects.toThrow('IndexedDB does not answer');
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
});

const RAN = [{ atMs: 1, text: 'ran on another page' }];

/** A database that opens when it is told to, with what another page of the tab left. */
function lateDatabase() {
  let answered = () => {};
  const answer = (result: unknown) => {
    const request = { onsuccess: () => {}, result };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  const store = {
    getAllKeys: () => answer(['id:other']),
    getAll: () => answer(RAN),
    openCursor: () => answer(null),
    delete: () => {},
    put: vi.fn(),
  };
  class Transaction extends EventTarget {
    oncomplete = () => {};
    objectStore = () => store;
    commit = () => queueMicrotask(() => this.oncomplete());
  }
  const open = () => {
    const opening = { onsuccess: () => {}, result: { transaction: () => new Transaction() } };
    answered = () => opening.onsuccess();
    return opening;
  };
  return { indexedDB: { open }, put: store.put, answer: () => answered() };
}

test('what a database says too late is learned all the same, and under no id that the tab has no longer', async () => {
  const { indexedDB, put, answer } = lateDatabase();
  vi.stubGlobal('indexedDB', indexedDB);
  const shelf = openShelf('functielab-bezoek', () => 1);
  const next = vi.fn(nothing);
  const ofAnotherId = vi.fn(nothing);
  const refused = [
    expect(shelf.take('before', 'page', ofAnotherId)).rejects.toThrow('does not answer'),
    expect(shelf.take('id', 'page', next)).rejects.toThrow('does not answer'),
  ];
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(refused);
  answer();
  await vi.advanceTimersByTimeAsync(1);
  expect(next).toHaveBeenCalledExactlyOnceWith(RAN);
  expect(put).toHaveBeenCalledExactlyOnceWith(nothing(), 'id:page');
  expect(ofAnotherId).not.toHaveBeenCalled();
});

test('a page that comes back waits for what ran since, also where the database is slow', async () => {
  const { indexedDB, answer } = lateDatabase();
  vi.stubGlobal('indexedDB', indexedDB);
  const shelf = openShelf('functielab-bezoek', () => 1);
  shelf.letGo();
  const next = vi.fn(nothing);
  const taking = shelf.take('id', 'page', next);
  await vi.advanceTimersByTimeAsync(20_000);
  answer();
  await taking;
  expect(next).toHaveBeenCalledExactlyOnceWith(RAN);
});

test('a page that comes back opens anew what was being opened when it was left', async () => {
  const { indexedDB, answer } = lateDatabase();
  const { open } = indexedDB;
  vi.stubGlobal('indexedDB', {
    open: vi.fn(open).mockImplementationOnce(() => ({ ...open() })),
  });
  const shelf = openShelf('functielab-bezoek', () => 1);
  const given = expect(shelf.take('id', 'page', nothing)).rejects.toThrow('does not answer');
  shelf.letGo();
  const next = vi.fn(nothing);
  const taking = shelf.take('id', 'page', next);
  await vi.advanceTimersByTimeAsync(3_000);
  await given;
  answer();
  await taking;
  expect(next).toHaveBeenCalledExactlyOnceWith(RAN);
});

test('a page that is left gives up what is under way, so that the next one need not wait for it', async () => {
  vi.stubGlobal('indexedDB', sleepingDatabase());
  const shelf = openShelf('functielab-bezoek', () => 1);
  const refused = expect(shelf.take('id', 'page', nothing)).rejects.toThrow('given up');
  await vi.advanceTimersByTimeAsync(1);
  shelf.letGo();
  await refused;
});

test('a page that was left before there was a database begins nothing on it', async () => {
  let open = () => {};
  const transaction = vi.fn();
  vi.stubGlobal('indexedDB', {
    open: () => {
      const opening = { onsuccess: () => {}, result: { transaction } };
      open = () => opening.onsuccess();
      return opening;
    },
  });
  const shelf = openShelf('functielab-bezoek', () => 1);
  const refused = expect(shelf.put('id', 'page', nothing())).rejects.toThrow('The page was left');
  shelf.letGo();
  open();
  await refused;
  expect(transaction).not.toHaveBeenCalled();
});
