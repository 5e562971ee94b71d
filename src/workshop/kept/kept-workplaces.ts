/**
 * All workplaces of this device: to open, name, copy, throw away and get back. What is written waits for what is being written, and
 * goes along with the next: a reader who types is never waited for, and never ahead of what is kept by more than one write.
 *
 * This folder is what a device keeps: `cupboard.ts` the places, `KeptList.tsx` the list, `AllWorkplaces.tsx` and `KeptElsewhere.tsx`
 * the file of all of them. Only this room imports it. Begin here.
 */
import { batch, computed, createModel, signal } from '@preact/signals';
import type { SourceFile } from '../../contract/data.ts';
import { type Cupboard, cupboardInMemory, type WorkplaceRow } from './cupboard.ts';
import type { NamedFiles } from './workplaces-file.ts';

/** What the models here need of a browser, so that a test can be one. */
export interface Surroundings {
  /** @throws where nothing can be kept */
  readonly openCupboard: () => Promise<Cupboard>;
  readonly nowMs: () => number;
  /** Different each time: letters and digits. */
  readonly newId: () => string;
  /** Tells other tabs that the list has changed, and hears it of them. */
  readonly tellOthers: () => void;
  readonly onToldByOthers: (look: () => void) => void;
  /** What the functions of a workplace kept is of no use once it is gone for good. */
  readonly forgetStores: (id: string) => Promise<void>;
}

/** Another page may still show `Ongedaan maken`: what a page erases at once, that one would bring back empty. */
const TAKE_BACK_MS = 60 * 60 * 1_000;

export const KeptWorkplacesModel = createModel((around: Surroundings) => {
  const all = signal<readonly WorkplaceRow[]>([]);
  /** False once this browser has refused to keep something. */
  const isKept = signal(true);
  const isRead = signal(false);
  /** The one that was changed last comes first. */
  const rows = computed(() =>
    all.value.filter((row) => !isDeleted(row)).sort((a, b) => b.changedAtMs - a.changedAtMs),
  );
  const lastDeleted = signal<WorkplaceRow | null>(null);
  let cupboard: Cupboard = cupboardInMemory();
  let opening: Promise<void> | null = null;

  /** Once a page. Never throws: without storage there are no workplaces yet, and new ones live as long as the page. */
  function open(): Promise<void> {
    opening ??= around
      .openCupboard()
      .then(async (opened) => {
        const rows = await opened.list();
        cupboard = opened;
        const lastMs = around.nowMs() - TAKE_BACK_MS;
        const gone = rows.filter(({ deletedAtMs }) => deletedAtMs !== null && deletedAtMs < lastMs);
        await Promise.all(gone.map(({ id }) => eraseForGood(id)));
        all.value = rows.filter((row) => !isDeleted(row));
        around.onToldByOthers(() => void look());
      })
      .catch(() => {
        isKept.value = false;
      })
      .then(() => {
        isRead.value = true;
      });
    return opening;
  }

  async function eraseForGood(id: string): Promise<void> {
    await cupboard.erase(id);
    await around.forgetStores(id);
  }

  /** What is changed here meanwhile is newer than the list that was asked for: then it is asked for again, once that is kept. */
  async function look(): Promise<void> {
    await open();
    while (isWriting !== null) await isWriting;
    const before = changes;
    const rows = await cupboard.list().catch(() => null);
    if (changes !== before) return look();
    if (rows !== null) all.value = rows;
  }

  /** Of each workplace, what waits to be written: a text, or null for a file that goes. */
  const waiting = new Map<string, Map<string, string | null>>();
  let isWriting: Promise<void> | null = null;
  /** How many workplaces this page has given to be written. */
  let changes = 0;

  function write(row: WorkplaceRow, files: readonly SourceFile[]): Promise<void> {
    const mine = waiting.get(row.id) ?? new Map<string, string | null>();
    const before = all.peek().find(({ id }) => id === row.id)?.paths ?? [];
    for (const path of before) if (!row.paths.includes(path)) mine.set(path, null);
    for (const { path, text } of files) mine.set(path, text);
    waiting.set(row.id, mine);
    changes += 1;
    all.value = [...all.peek().filter(({ id }) => id !== row.id), row];
    isWriting ??= drain();
    return isWriting;
  }

  /** @returns what waits longest, and waits no more; null when nothing does */
  function nextToWrite(): Parameters<Cupboard['write']> | null {
    for (const [id, texts] of waiting) {
      waiting.delete(id);
      const row = all.peek().find((one) => one.id === id);
      if (row === undefined) continue;
      const files = [...texts].flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
      const gone = [...texts].flatMap(([path, text]) => (text === null ? [path] : []));
      return [row, files, gone];
    }
    return null;
  }

  async function drain(): Promise<void> {
    for (let next = nextToWrite(); next !== null; next = nextToWrite()) {
      const mine = next;
      await cupboard.write(...mine).catch(() => moveToMemory(...mine));
    }
    // In the same moment in which nothing waits: what came in the next one would count on a drain that has ended.
    isWriting = null;
    around.tellOthers();
  }

  /** For a page that goes: nobody will be there when what is being written has been. */
  function writeNow(): void {
    for (let next = nextToWrite(); next !== null; next = nextToWrite())
      cupboard.write(...next).catch(() => {});
  }

  /** What no longer fits goes on in memory, with all that was there before, so that nothing on the screen is lost. */
  async function moveToMemory(row: WorkplaceRow, files: readonly SourceFile[], gone: readonly string[]) {
    const memory = cupboardInMemory();
    for (const one of all.peek()) await memory.write(one, await cupboard.read(one).catch(() => []), []);
    await memory.write(row, files, gone);
    batch(() => {
      cupboard = memory;
      isKept.value = false;
    });
  }

  /** @returns its id */
  async function create(name: string, files: readonly SourceFile[]): Promise<string> {
    await open();
    const id = `werkplaats-${around.newId()}`;
    const paths = files.map(({ path }) => path);
    await write({ id, name, changedAtMs: around.nowMs(), deletedAtMs: null, paths }, files);
    return id;
  }

  /** @returns null when there is none */
  async function read(id: string): Promise<readonly SourceFile[] | null> {
    await open();
    // Its texts may still wait for what is being written.
    await isWriting;
    const row = all.peek().find((one) => one.id === id && !isDeleted(one));
    return row === undefined ? null : cupboard.read(row).catch(() => null);
  }

  /** Those that are in the list, in its order. */
  async function readAll(): Promise<readonly NamedFiles[]> {
    await open();
    const found = await Promise.all(
      rows.peek().map(async ({ id, name }) => ({ name, files: (await read(id)) ?? [] })),
    );
    return found.filter(({ files }) => files.length > 0);
  }

  /** Adds what is not there: the same files under the same name are the same workplace. */
  async function addAll(
    all: readonly NamedFiles[],
  ): Promise<{ readonly added: number; readonly known: number }> {
    const here = new Set((await readAll()).map(keyOf));
    const fresh = all.filter((one) => !here.has(keyOf(one)));
    // One after another: the last in the file is the one that was changed longest ago.
    for (const { name, files } of fresh.toReversed()) await create(name, files);
    return { added: fresh.length, known: all.length - fresh.length };
  }

  /** @param paths all of its files @param changed those whose text is another now */
  function save(id: string, name: string, paths: readonly string[], changed: readonly SourceFile[]): void {
    const row = all.peek().find((one) => one.id === id);
    if (row === undefined) return;
    // Thrown away in another tab, it is in use here, so it stays.
    void write({ ...row, name, paths, changedAtMs: around.nowMs(), deletedAtMs: null }, changed);
  }

  async function copy(id: string): Promise<string | null> {
    const files = await read(id);
    const row = all.peek().find((one) => one.id === id);
    return files === null || row === undefined ? null : create(`${row.name} (kopie)`, files);
  }

  function remove(id: string): void {
    const row = all.peek().find((one) => one.id === id);
    if (row === undefined) return;
    const deleted = { ...row, deletedAtMs: around.nowMs() };
    lastDeleted.value = deleted;
    void write(deleted, []);
  }

  function putBack(): void {
    const deleted = lastDeleted.peek();
    if (deleted === null) return;
    lastDeleted.value = null;
    // Where it is open in another tab, it may have other files by now.
    const row = all.peek().find(({ id }) => id === deleted.id) ?? deleted;
    void write({ ...row, deletedAtMs: null }, []);
  }

  return {
    open,
    look,
    isRead,
    isKept,
    rows,
    lastDeleted,
    create,
    read,
    readAll,
    addAll,
    save,
    copy,
    remove,
    putBack,
    writeNow,
    /** Once all that was changed is kept, or has turned out not to be. */
    settled: () => isWriting ?? Promise.resolve(),
  };
});

export type KeptWorkplaces = InstanceType<typeof KeptWorkplacesModel>;

const keyOf = ({ name, files }: NamedFiles) =>
  JSON.stringify([name, files.map(({ path, text }) => [path, text]).sort()]);

const isDeleted = ({ deletedAtMs }: WorkplaceRow) => deletedAtMs !== null;
