/**
 * The page of the workplaces: which one is open, and how it came. A workplace of this device has its address in the fragment; what
 * comes by a link, a folder or a zip is a copy that nobody keeps until its reader does, and that runs in a lab of its own.
 */
import { createModel, signal } from '@preact/signals';
import type { SourceFile } from '../contract/data.ts';
import type { Beginning } from './begin-with.ts';
import type { ChosenFile } from './brought.ts';
import type { KeptWorkplaces } from './kept/kept-workplaces.ts';
import type { Workplace, WorkplaceParts } from './workplace.ts';

export interface Opened {
  readonly workplace: Workplace;
  /**
   * - `kept`: it is the reader's, and each change is kept;
   * - `otherTab`: another tab has it open and keeps it; here is a copy;
   * - `brought`: it came from elsewhere, and nobody has said that it is the reader's.
   */
  readonly keeping: 'kept' | 'otherTab' | 'brought';
  /** What there is to say of how it came. */
  readonly notes: readonly string[];
}

export interface WorkshopParts {
  readonly kept: KeptWorkplaces;
  /** @returns what gives it up; null when another tab has it */
  readonly claim: (name: string) => Promise<(() => void) | null>;
  readonly newId: () => string;
  /** Puts an address in the page's own; null for that of the list. */
  readonly goTo: (fragment: string | null) => void;
}

const GONE =
  'Deze werkplaats staat niet (meer) op dit toestel. Begin een nieuwe, of open er een uit de lijst.';
const BROKEN_LINK =
  'De werkplaats in deze link is niet te lezen, misschien is de link afgeknipt. Vraag hem opnieuw, of vraag een zip.';
const NOT_FETCHED = 'Dat kon niet worden opgehaald. Controleer je verbinding en probeer het opnieuw.';

export const WorkshopModel = createModel(({ kept, claim, newId, goTo }: WorkshopParts) => {
  const opened = signal<Opened | null>(null);
  const problem = signal<string | null>(null);
  const isBusy = signal(false);
  let release = () => {};
  /** Of what the reader last asked for: what was asked before it may still be on its way. */
  let wish = 0;

  function show(next: Opened | null, giveUp: () => void = () => {}): void {
    opened.peek()?.workplace.dispose();
    release();
    release = giveUp;
    problem.value = null;
    opened.value = next;
  }

  /** The page's own address says which: at its start, and when the reader goes back. */
  async function follow(fragment: string): Promise<void> {
    wish += 1;
    const mine = wish;
    const id = fragment.replace(/^#/, '');
    if (id === opened.peek()?.workplace.id) return;
    if (fragment.startsWith('#deel=')) return openLink(fragment, mine);
    if (!/^werkplaats-[a-z0-9]+$/.test(id)) return show(null);
    const giveUp = await claim(`functielab:werkplaats:${id}`).catch(() => () => {});
    if (mine !== wish) return giveUp?.();
    // It is read only now: until here another tab may have changed it.
    await kept.look();
    const files = await kept.read(id);
    if (mine !== wish) return giveUp?.();
    if (files === null) {
      giveUp?.();
      return refuse(GONE);
    }
    const isMine = giveUp !== null;
    const save: WorkplaceParts['save'] = (name, paths, changed) => {
      if (isMine) kept.save(id, name, paths, changed);
    };
    const keeping = isMine ? 'kept' : 'otherTab';
    const notes = waitingNotes.get(id) ?? [];
    waitingNotes.delete(id);
    await open({ id, files, owner: 'reader', save }, keeping, notes, mine, giveUp ?? undefined);
  }

  /** @param mine what the reader asked for then: it shows nothing when that is another by now */
  async function open(
    parts: WorkplaceParts,
    keeping: Opened['keeping'],
    notes: readonly string[],
    mine: number,
    giveUp?: () => void,
  ): Promise<void> {
    // With what reads `functielab.json`, which a page that is only looked at need not have.
    const made = await import('./workplace.ts').catch(() => null);
    if (mine !== wish) return giveUp?.();
    if (made === null) {
      giveUp?.();
      return refuse(NOT_FETCHED);
    }
    show({ workplace: made.createWorkplace(parts), keeping, notes }, giveUp);
  }

  /** Of a workplace that is about to open for the first time. */
  const waitingNotes = new Map<string, readonly string[]>();

  async function openLink(fragment: string, mine: number): Promise<void> {
    const files = await import('./shared-workplace.ts').then(
      ({ filesOfLink }) => filesOfLink(fragment),
      () => null,
    );
    if (mine !== wish) return;
    if (files === null) return refuse(BROKEN_LINK);
    await bring(files, [], mine);
  }

  function refuse(sentence: string): void {
    show(null);
    problem.value = sentence;
  }

  /** Somebody else's, or what nobody has said anything of. */
  function bring(files: readonly SourceFile[], notes: readonly string[], mine: number): Promise<void> {
    const parts = { id: `werkplaats-${newId()}`, files, owner: 'stranger', save: () => {} } as const;
    return open(parts, 'brought', notes, mine);
  }

  /** A new workplace of the reader's own. */
  async function begin(load: () => Promise<Beginning>): Promise<void> {
    if (isBusy.peek()) return;
    isBusy.value = true;
    try {
      const { title, files } = await load();
      await openNew(title, files, []);
    } catch {
      problem.value = NOT_FETCHED;
    } finally {
      isBusy.value = false;
    }
  }

  async function openNew(
    name: string,
    files: readonly SourceFile[],
    notes: readonly string[],
  ): Promise<void> {
    const id = await kept.create(name, files);
    waitingNotes.set(id, notes);
    goTo(`#${id}`);
    await follow(`#${id}`);
  }

  /** What is open becomes the reader's own: kept, and with both hosts. */
  async function takeOver(): Promise<void> {
    const now = opened.peek();
    if (now === null || now.keeping === 'kept') return;
    await openNew(now.workplace.name.peek(), now.workplace.edits.peek().ownFiles(), now.notes);
  }

  /** Files that somebody chose or dropped: a folder, a zip, or some files. */
  async function takeIn(choosing: Promise<readonly ChosenFile[]>): Promise<void> {
    if (isBusy.peek()) return;
    isBusy.value = true;
    wish += 1;
    const mine = wish;
    try {
      const [{ readBrought }, files] = await Promise.all([import('./brought.ts'), choosing]);
      if (files.length === 0) return;
      const brought = await readBrought(files);
      if (mine !== wish) return;
      if ('refusal' in brought) problem.value = brought.refusal;
      else {
        goTo(null);
        await bring(brought.files, brought.notes, mine);
      }
    } catch {
      problem.value = NOT_FETCHED;
    } finally {
      isBusy.value = false;
    }
  }

  function close(): void {
    wish += 1;
    goTo(null);
    show(null);
  }

  return { opened, problem, isBusy, follow, begin, takeOver, takeIn, close };
});

export type WorkshopState = InstanceType<typeof WorkshopModel>;
