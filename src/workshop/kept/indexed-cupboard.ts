/** Where workplaces are kept on this device: in IndexedDB, fetched when the page comes to life. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { shelved } from '../../kit/storage.ts';
import type { Cupboard, WorkplaceRow } from './cupboard.ts';

const DATABASE = 'functielab-werkplaats';

interface Schema extends DBSchema {
  workplaces: { key: string; value: WorkplaceRow };
  files: { key: [id: string, path: string]; value: string };
}

/** @throws where there is no IndexedDB, or it may not be used */
export async function openCupboard(): Promise<Cupboard> {
  const database = await openDB<Schema>(shelved(DATABASE), 1, {
    upgrade(fresh) {
      fresh.createObjectStore('workplaces', { keyPath: 'id' });
      fresh.createObjectStore('files');
    },
  });
  return cupboardIn(database);
}

function cupboardIn(database: IDBPDatabase<Schema>): Cupboard {
  const ofOne = (id: string) => IDBKeyRange.bound([id], [id, []]);

  return {
    list: () => database.getAll('workplaces'),
    async read({ id, paths }) {
      const transaction = database.transaction('files');
      const reading = [transaction.store.getAllKeys(ofOne(id)), transaction.store.getAll(ofOne(id))] as const;
      transaction.commit();
      const [keys, texts] = await Promise.all(reading);
      const found = new Map(keys.map(([, path], at) => [path, texts[at] ?? '']));
      return paths.map((path) => ({ path, text: found.get(path) ?? '' }));
    },
    async write(row, files, gone) {
      const transaction = database.transaction(['workplaces', 'files'], 'readwrite', {
        durability: 'relaxed',
      });
      const inFiles = transaction.objectStore('files');
      const writes: Promise<unknown>[] = [transaction.done, transaction.objectStore('workplaces').put(row)];
      for (const path of gone) writes.push(inFiles.delete([row.id, path]));
      for (const { path, text } of files) writes.push(inFiles.put(text, [row.id, path]));
      // A page that goes takes along each transaction that it has not committed itself.
      transaction.commit();
      await Promise.all(writes);
    },
    async erase(id) {
      const transaction = database.transaction(['workplaces', 'files'], 'readwrite');
      const writes = [
        transaction.done,
        transaction.objectStore('workplaces').delete(id),
        transaction.objectStore('files').delete(ofOne(id)),
      ];
      transaction.commit();
      await Promise.all(writes);
    },
  };
}
