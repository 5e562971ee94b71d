/** The shelf of visits in a browser of which the database does not answer, as behind a page that sleeps. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openShelf } from '../../../src/till/visit/shelf.ts';

beforeEach(() => void vi.useFakeTimers());
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
    objectStore = () => ({ get: request, openCursor: request });
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
  const change = openShelf('functielab-bezoek', () => 1).change('id', () => null);
  const refused = expect(change).rejects.toThrow('IndexedDB does not answer');
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
});

test('a page that is left gives up what is under way, so that the next one need not wait for it', async () => {
  vi.stubGlobal('indexedDB', sleepingDatabase());
  const shelf = openShelf('functielab-bezoek', () => 1);
  const refused = expect(shelf.change('id', () => null)).rejects.toThrow('given up');
  await vi.advanceTimersByTimeAsync(1);
  shelf.letGo();
  await refused;
});
