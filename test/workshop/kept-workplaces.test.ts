/** All workplaces of a device: kept, named, copied, thrown away and got back; and what becomes of them where nothing can be kept. */
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../src/contract/data.ts';
import { device, FILES, PATHS } from './kept-support.ts';

test('what is kept is there at the next visit, the one that was changed last in front', async () => {
  const { openTab } = device();
  const first = openTab();
  const one = await first.create('Eén', FILES);
  const two = await first.create('Twee', FILES);
  first.save(one, 'Eerste', ['a.js', 'functielab.json'], [{ path: 'a.js', text: 'anders' }]);
  await first.settled();

  const later = openTab();
  await later.open();
  expect(later.rows.value.map(({ id, name }) => [id, name])).toEqual([
    [one, 'Eerste'],
    [two, 'Twee'],
  ]);
  expect(await later.read(one)).toEqual([{ path: 'a.js', text: 'anders' }, FILES[1]]);
  expect(await later.read('werkplaats-weg')).toBeNull();
});

test('of many changes in a row the last is kept, and a file that went is gone', async () => {
  const { openTab } = device();
  const tab = openTab();
  const id = await tab.create('Eén', FILES);
  for (let count = 0; count < 50; count += 1) {
    tab.save(id, 'Eén', ['a.js', 'functielab.json'], [{ path: 'a.js', text: String(count) }]);
  }
  tab.save(id, 'Eén', ['b.js', 'functielab.json'], [{ path: 'b.js', text: 'b' }]);
  await tab.settled();
  expect(await openTab().read(id)).toEqual([{ path: 'b.js', text: 'b' }, FILES[1]]);
});

test('a page that goes writes what still waits for what is being written', async () => {
  const { cupboard, openTab } = device();
  const { promise: neverEnds } = Promise.withResolvers<void>();
  const written: (readonly SourceFile[])[] = [];
  let isHeld = false;
  const tab = openTab(async () => ({
    ...cupboard,
    write: (row, files, gone) => {
      written.push(files);
      return isHeld ? neverEnds : cupboard.write(row, files, gone);
    },
  }));
  const id = await tab.create('Eén', FILES);
  isHeld = true;
  const type = (text: string) => tab.save(id, 'Eén', PATHS, [{ path: 'a.js', text }]);
  type('t');
  type('typ');
  type('typt');
  expect(written.slice(1)).toEqual([[{ path: 'a.js', text: 't' }]]);
  tab.writeNow();
  expect(written.slice(2)).toEqual([[{ path: 'a.js', text: 'typt' }]]);
  tab.writeNow();
  expect(written).toHaveLength(3);
});

test('opened again while it is being written, it has what was typed last', async () => {
  const { cupboard, openTab } = device();
  let held = Promise.resolve();
  const tab = openTab(async () => ({
    ...cupboard,
    write: async (...changes) => {
      await held;
      await cupboard.write(...changes);
    },
  }));
  const id = await tab.create('Eén', FILES);
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  held = promise;
  tab.save(id, 'Eén', PATHS, [{ path: 'a.js', text: 't' }]);
  tab.save(id, 'Eén', PATHS, [{ path: 'a.js', text: 'typt' }]);
  const reading = tab.read(id);
  letGo();
  expect(await reading).toEqual([{ path: 'a.js', text: 'typt' }, FILES[1]]);
});

test('a copy is another one', async () => {
  const { openTab } = device();
  const tab = openTab();
  const id = await tab.create('Eén', FILES);
  const copy = await tab.copy(id);
  tab.save(id, 'Eén', ['a.js', 'functielab.json'], [{ path: 'a.js', text: 'anders' }]);
  await tab.settled();
  expect(tab.rows.value.map(({ name }) => name)).toEqual(['Eén', 'Eén (kopie)']);
  expect(await tab.read(copy ?? '')).toEqual(FILES);
});

test('what is thrown away comes back; at a visit an hour later it is gone, with what its functions stored', async () => {
  const { cupboard, openTab, forgotten, passHour } = device();
  const tab = openTab();
  const id = await tab.create('Eén', FILES);
  tab.remove(id);
  expect(tab.rows.value).toEqual([]);
  expect(await tab.read(id)).toBeNull();
  tab.putBack();
  await tab.settled();
  expect(await tab.read(id)).toEqual(FILES);
  expect(forgotten).toEqual([]);

  tab.remove(id);
  await tab.settled();
  passHour();
  const later = openTab();
  await later.open();
  expect(later.rows.value).toEqual([]);
  expect(forgotten).toEqual([id]);
  expect(await cupboard.list()).toEqual([]);
});

test('what is thrown away comes back whole, also when another page was opened meanwhile', async () => {
  const { openTab, forgotten } = device();
  const tab = openTab();
  const id = await tab.create('Eén', FILES);
  tab.remove(id);
  await tab.settled();
  const other = openTab();
  await other.open();
  expect(other.rows.value).toEqual([]);
  tab.putBack();
  await tab.settled();
  expect(await openTab().read(id)).toEqual(FILES);
  expect(forgotten).toEqual([]);
});

test('thrown away in another tab, it stays when it is changed in the one that has it open, with the files it has there', async () => {
  const { openTab, passHour } = device();
  const [here, there] = [openTab(), openTab()];
  const id = await here.create('Eén', FILES);
  await there.open();
  there.remove(id);
  await there.settled();
  await expect.poll(() => here.rows.value).toEqual([]);
  const more = { path: 'b.js', text: 'b' };
  here.save(id, 'Eén', [...PATHS, 'b.js'], [more]);
  await here.settled();
  await expect.poll(() => there.rows.value.map(({ name }) => name)).toEqual(['Eén']);
  passHour();
  expect(await openTab().read(id)).toEqual([...FILES, more]);
  there.putBack();
  await there.settled();
  expect(await openTab().read(id)).toEqual([...FILES, more]);
});

test('another tab hears of it', async () => {
  const { openTab } = device();
  const [here, there] = [openTab(), openTab()];
  await there.open();
  await here.create('Eén', FILES);
  await expect.poll(() => there.rows.value.map(({ name }) => name)).toEqual(['Eén']);
});

describe('a list that another tab made this one look at, and that comes late,', () => {
  /** A tab that knows one workplace, and whose next list is the one of now, but comes when it is let go. */
  async function held() {
    const { cupboard, openTab } = device();
    let list = () => cupboard.list();
    let write = cupboard.write;
    const tab = openTab(async () => ({
      ...cupboard,
      list: () => list(),
      write: (...changes) => write(...changes),
    }));
    const id = await tab.create('Eén', FILES);
    const lists = Promise.withResolvers<void>();
    list = async () => {
      const now = await cupboard.list();
      await lists.promise;
      return now;
    };
    const writes = Promise.withResolvers<void>();
    const holdWrites = () => {
      write = async (...changes) => {
        await writes.promise;
        await cupboard.write(...changes);
      };
    };
    /** As after a message of another tab. */
    const other = openTab();
    const hear = () => other.create('Ander', FILES);
    return { tab, id, hear, holdWrites, letWrites: writes.resolve, letLists: lists.resolve, openTab };
  }
  const named = ({ rows }: { readonly rows: { readonly value: readonly { readonly name: string }[] } }) =>
    rows.value.map(({ name }) => name).sort();

  test('drops no workplace that was begun meanwhile', async () => {
    const { tab, hear, letLists } = await held();
    await hear();
    const fresh = await tab.create('Nieuw', FILES);
    letLists();
    await expect.poll(() => named(tab)).toEqual(['Ander', 'Eén', 'Nieuw']);
    expect(await tab.read(fresh)).toEqual(FILES);
  });

  test('takes back no name that still waits to be written', async () => {
    const { tab, id, hear, holdWrites, letWrites, letLists, openTab } = await held();
    holdWrites();
    tab.save(id, 'Eén', PATHS, [{ path: 'a.js', text: 't' }]);
    tab.save(id, 'Eerste', PATHS, [{ path: 'a.js', text: 'typt' }]);
    await hear();
    letLists();
    letWrites();
    await expect.poll(() => named(tab)).toEqual(['Ander', 'Eerste']);
    await tab.settled();
    const later = openTab();
    expect(await later.read(id)).toEqual([{ path: 'a.js', text: 'typt' }, FILES[1]]);
    expect(named(later)).toEqual(['Ander', 'Eerste']);
  });
});

describe('where nothing can be kept', () => {
  test('everything works, and it is said', async () => {
    const { openTab } = device();
    const tab = openTab(() => Promise.reject(new Error('forbidden')));
    const id = await tab.create('Eén', FILES);
    tab.save(id, 'Eén', ['a.js', 'functielab.json'], [{ path: 'a.js', text: 'anders' }]);
    await tab.settled();
    expect(tab.isKept.value).toBe(false);
    expect(await tab.read(id)).toEqual([{ path: 'a.js', text: 'anders' }, FILES[1]]);
  });

  test('any more, because it is full, what was there goes on in memory', async () => {
    const { openTab, cupboard } = device();
    let isFull = false;
    const tab = openTab(async () => ({
      ...cupboard,
      write: (...written) => (isFull ? Promise.reject(new Error('full')) : cupboard.write(...written)),
    }));
    const old = await tab.create('Oud', FILES);
    isFull = true;
    const fresh = await tab.create('Nieuw', FILES);
    expect(tab.isKept.value).toBe(false);
    expect(await tab.read(old)).toEqual(FILES);
    expect(await tab.read(fresh)).toEqual(FILES);
  });
});

test('those of a file are added in their order, and what is there already stays as it is', async () => {
  const { openTab } = device();
  const kept = openTab();
  const one = await kept.create('Eén', FILES);
  const all = [
    { name: 'Nieuwste', files: FILES },
    // The same in another order is the same.
    { name: 'Eén', files: FILES.toReversed() },
    { name: 'Eén', files: [{ path: 'a.js', text: 'anders' }] },
  ];
  expect(await kept.addAll(all)).toEqual({ added: 2, known: 1 });
  expect(kept.rows.value.map(({ name }) => name)).toEqual(['Nieuwste', 'Eén', 'Eén']);
  expect(await kept.read(one)).toEqual(FILES);
  expect(await kept.readAll()).toEqual([all[0], all[2], { name: 'Eén', files: FILES }]);
  expect(await kept.addAll(all)).toEqual({ added: 0, known: 3 });
});
