/**
 * All markings of this device: to open, rename, throw away and get back. What is written waits for what is being written and goes
 * along with the next, so that a verdict never waits for a disk.
 */
import { computed, signal } from '@preact/signals';
import {
  cupboardOfPage,
  type MarkingChanges,
  type MarkingCupboard,
  type MarkingRow,
} from './marking-cupboard.ts';
import {
  type KeptSource,
  type KeptVerdict,
  keptHead,
  keptSource,
  type MarkingHead,
  type MarkingState,
  readHead,
  readSource,
  readVerdict,
} from './marking-record.ts';

/** What this needs of a browser, so that a test can be one. */
export interface Keeping {
  /** @throws where nothing can be kept */
  readonly openCupboard: () => Promise<MarkingCupboard>;
  readonly nowMs: () => number;
  /** Different each time: letters and digits. */
  readonly newId: () => string;
}

/**
 * Why nothing is kept, or not all of it is shown:
 *
 * - `FORBIDDEN`: this browser keeps nothing, or has no room left;
 * - `NEWER`: a newer course has written there, and this one leaves it alone.
 */
export type KeepingProblem = 'FORBIDDEN' | 'NEWER';

/** A marking as it is listed. */
export interface ListedMarking {
  readonly id: string;
  readonly title: string;
  readonly createdAtMs: number;
  readonly changedAtMs: number;
  readonly people: number;
}

/** What changed in a marking; what is not named is as it was. */
export interface MarkingChange {
  readonly head: MarkingHead;
  readonly people: number;
  /** From this place on they are new. */
  readonly sourcesFrom?: number;
  readonly sources?: MarkingState['sources'];
  readonly verdicts?: readonly KeptVerdict[];
}

/** Another page may still show `Ongedaan maken`: what a page erases at once, that one would bring back empty. */
const TAKE_BACK_MS = 60 * 60 * 1_000;

export function createKeptMarkings({ openCupboard, nowMs, newId }: Keeping) {
  const all = signal<readonly MarkingRow[]>([]);
  const problem = signal<KeepingProblem | null>(null);
  const isRead = signal(false);
  const lastDeleted = signal<MarkingRow | null>(null);
  /** Of each marking, what can't be read is set aside: it stays where it lies, is not shown, and is told. */
  const setAside = signal<readonly MarkingRow[]>([]);
  let cupboard: MarkingCupboard = cupboardOfPage();
  let opening: Promise<void> | null = null;

  /** Once a page. Never throws. */
  function open(): Promise<void> {
    opening ??= openCupboard()
      .then(async (opened) => {
        const rows = await opened.list();
        cupboard = opened;
        const isDeleted = (row: MarkingRow) => typeof row.deletedAtMs === 'number';
        const lastMs = nowMs() - TAKE_BACK_MS;
        const gone = rows.filter(({ deletedAtMs }) => deletedAtMs !== null && deletedAtMs < lastMs);
        await Promise.all(gone.map(({ id }) => opened.erase(id)));
        const there = rows.filter((row) => !isDeleted(row));
        setAside.value = there.filter((row) => readHead(row.head) === null);
        all.value = there.filter((row) => readHead(row.head) !== null);
      })
      .catch((error: unknown) => {
        problem.value = error instanceof Error && error.name === 'VersionError' ? 'NEWER' : 'FORBIDDEN';
      })
      .then(() => {
        isRead.value = true;
      });
    return opening;
  }

  const waiting = new Map<string, { sources: Map<number, KeptSource>; verdicts: Map<number, KeptVerdict> }>();
  /** Of each marking, the number under which each verdict is written: once more for the same code, and the old one is gone. */
  const numbers = new Map<string, Map<string, number>>();
  let isWriting: Promise<void> | null = null;

  function write(row: MarkingRow, change: Partial<MarkingChange> = {}): void {
    const mine = waiting.get(row.id) ?? { sources: new Map(), verdicts: new Map() };
    const { sources = [], sourcesFrom = 0, verdicts = [] } = change;
    for (const [at, source] of sources.entries())
      if (at >= sourcesFrom) mine.sources.set(at, keptSource(source));
    const known = numbers.get(row.id) ?? new Map<string, number>();
    numbers.set(row.id, known);
    for (const verdict of verdicts) {
      const number = known.get(verdict.key) ?? known.size;
      known.set(verdict.key, number);
      mine.verdicts.set(number, verdict);
    }
    waiting.set(row.id, mine);
    all.value = [...all.peek().filter(({ id }) => id !== row.id), row];
    isWriting ??= drain();
  }

  /** @returns what waits longest, and waits no more; null when nothing does */
  function nextToWrite(): MarkingChanges | null {
    for (const [id, parts] of waiting) {
      waiting.delete(id);
      const row = all.peek().find((one) => one.id === id);
      if (row !== undefined) return { row, ...parts };
    }
    return null;
  }

  async function drain(): Promise<void> {
    for (let next = nextToWrite(); next !== null; next = nextToWrite()) {
      const changes = next;
      await cupboard.write(changes).catch(() => moveToPage(changes));
    }
    // In the same moment in which nothing waits: what came in the next one would count on a drain that has ended.
    isWriting = null;
  }

  /** For a page that goes: nobody will be there when what is being written has been. */
  function writeNow(): void {
    for (let next = nextToWrite(); next !== null; next = nextToWrite()) cupboard.write(next).catch(() => {});
  }

  /** What no longer fits goes on in memory, so that nothing on the screen is lost; what lies on the device stays there. */
  async function moveToPage(changes: MarkingChanges): Promise<void> {
    const page = cupboardOfPage();
    for (const row of all.peek()) {
      const { sources, verdicts } = await cupboard.read(row.id).catch(() => ({ sources: [], verdicts: [] }));
      const kept = <T>(values: readonly unknown[]) => new Map(values.map((value, at) => [at, value as T]));
      await page.write({ row, sources: kept<KeptSource>(sources), verdicts: kept<KeptVerdict>(verdicts) });
    }
    await page.write(changes);
    cupboard = page;
    problem.value = 'FORBIDDEN';
  }

  function create(head: MarkingHead): string {
    const id = `nakijken-${newId()}`;
    const now = nowMs();
    write({ id, createdAtMs: now, changedAtMs: now, deletedAtMs: null, people: 0, head: keptHead(head) });
    return id;
  }

  function save(id: string, change: MarkingChange): void {
    const row = all.peek().find((one) => one.id === id);
    if (row === undefined) return;
    write({ ...row, changedAtMs: nowMs(), people: change.people, head: keptHead(change.head) }, change);
  }

  /** @returns null when there is none, or it can't be read: then it is set aside */
  async function read(id: string): Promise<MarkingState | null> {
    await open();
    await isWriting;
    // Another tab may have changed it since this page made its list: what is written next is all of the row.
    const rows = await cupboard.list().catch(() => all.peek());
    const row = rows.find((one) => one.id === id);
    if (row === undefined || row.deletedAtMs !== null) return null;
    const head = readHead(row.head);
    const parts = await cupboard.read(id).catch(() => null);
    const sources = parts?.sources.map(readSource) ?? [null];
    const verdicts = (parts?.verdicts ?? []).map(readVerdict);
    if (head === null || sources.some((source) => source === null)) {
      setAside.value = [...setAside.peek().filter((one) => one.id !== id), row];
      all.value = all.peek().filter((one) => one.id !== id);
      return null;
    }
    // A verdict that can't be read is had again by marking; work that can't be read is not.
    const whole = verdicts.filter((verdict) => verdict !== null);
    all.value = [...all.peek().filter((one) => one.id !== id), row];
    numbers.set(id, new Map(verdicts.map((verdict, at) => [verdict?.key ?? `? ${at}`, at])));
    return {
      head,
      sources: sources.filter((source) => source !== null),
      verdicts: new Map(whole.map(({ key, version, results }) => [key, { version, results }])),
    };
  }

  /** As it lies there, for somebody who can mend it. */
  async function readAsItIs(row: MarkingRow): Promise<string> {
    const parts = await cupboard.read(row.id).catch(() => null);
    return `${JSON.stringify({ ...row, ...parts })}\n`;
  }

  function remove(id: string): void {
    const row = [...all.peek(), ...setAside.peek()].find((one) => one.id === id);
    if (row === undefined) return;
    const deleted = { ...row, deletedAtMs: nowMs() };
    setAside.value = setAside.peek().filter((one) => one.id !== id);
    lastDeleted.value = deleted;
    write(deleted);
  }

  function putBack(): void {
    const row = lastDeleted.peek();
    if (row === null) return;
    lastDeleted.value = null;
    write({ ...row, deletedAtMs: null });
  }

  return {
    open,
    isRead,
    problem,
    setAside,
    lastDeleted,
    /** The one that was changed last comes first. */
    listed: computed((): readonly ListedMarking[] =>
      all.value
        .filter(({ deletedAtMs }) => deletedAtMs === null)
        .sort((a, b) => b.changedAtMs - a.changedAtMs)
        .map(({ id, head, createdAtMs, changedAtMs, people }) => ({
          id,
          title: head.title,
          createdAtMs,
          changedAtMs,
          people,
        })),
    ),
    create,
    save,
    read,
    readAsItIs,
    remove,
    putBack,
    writeNow,
    /** Once all that was changed is kept, or has turned out not to be. */
    settled: () => isWriting ?? Promise.resolve(),
  };
}

export type KeptMarkings = ReturnType<typeof createKeptMarkings>;
