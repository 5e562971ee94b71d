/** The exercises of a teacher, apart from how they look: which there are, which is open, and the way back from what was thrown away. */
import { batch, computed, signal } from '@preact/signals';
import {
  forgetDraft,
  isOwn,
  type KeptOwn,
  keepDraft,
  keptDraft,
  keptDrafts,
  type OwnCheck,
  type OwnProblems,
  readOwnFile,
} from '../exercises/own/index.ts';
import { type Draft, newDraft } from './new-draft.ts';

export interface MakerParts {
  readonly nowMs: () => number;
  /** Different each time: small letters and digits. */
  readonly newMark: () => string;
}

interface Undo {
  /** "De controle is weg." */
  readonly what: string;
  readonly before: Draft;
}

export function createMaker({ nowMs, newMark }: MakerParts) {
  const drafts = signal<readonly KeptOwn[]>([]);
  const open = signal<Draft | null>(null);
  /** Another draft, or the same with other files: an editor begins anew. */
  const turn = signal(0);
  const undo = signal<Undo | null>(null);
  /** When what is open was last changed, as far as it is shown here. */
  let shownMs = 0;
  /** About a file that can't be taken in. */
  const problems = signal<readonly string[]>([]);

  function look(): void {
    drafts.value = keptDrafts();
  }

  function keep(draft: Draft): void {
    shownMs = nowMs();
    keepDraft({ changedAtMs: shownMs, own: draft });
  }

  function show(draft: Draft | null): void {
    batch(() => {
      open.value = draft;
      turn.value += 1;
      undo.value = null;
      problems.value = [];
      look();
    });
  }

  function showKept({ changedAtMs, own }: KeptOwn): void {
    shownMs = changedAtMs;
    show(own);
  }

  /** Another tab may have changed what is open here: two that each keep their own take turns in losing what the other typed. */
  function lookElsewhere(): void {
    const here = open.peek();
    const there = here === null ? null : keptDraft(here.name);
    // What this device had no room for stands only here, and what it does have is older.
    if (there !== null && there.changedAtMs > shownMs) showKept(there);
    else look();
  }

  /** Each key that is typed comes here, and is kept. */
  function change(changed: Partial<Draft>): void {
    const draft = open.peek();
    if (draft === null) return;
    const next = { ...draft, ...changed };
    open.value = next;
    keep(next);
  }

  /** What took a while to find out, about an exercise that may have been changed or closed since. */
  function changeChecks(name: string, changed: (check: OwnCheck) => OwnCheck): void {
    const now = open.peek();
    if (now?.name === name) change({ checks: now.checks.map(changed) });
  }

  /** @param what was done, for the way back @param hasOtherFiles an editor shows them */
  function changeWithUndo(changed: Partial<Draft>, what: string, hasOtherFiles = false): void {
    const before = open.peek();
    if (before === null) return;
    batch(() => {
      undo.value = { what, before };
      if (hasOtherFiles) turn.value += 1;
      change(changed);
    });
  }

  function begin(draft: Draft): void {
    keep(draft);
    show(draft);
  }

  return {
    drafts,
    open,
    turn,
    problems,
    undone: computed(() => undo.value?.what ?? null),
    look,
    lookElsewhere,
    change,
    changeChecks,
    changeWithUndo,
    create: () => begin(newDraft(newMark())),
    openDraft: (name: string) => {
      const kept = keptDrafts().find(({ own }) => own.name === name);
      if (kept) showKept(kept);
    },
    close: () => show(null),
    copy: (draft: Draft) =>
      begin({ ...draft, name: newDraft(newMark()).name, title: `${draft.title} (kopie)`.slice(0, 80) }),
    /** With a way back as long as nothing else is opened. */
    remove: (draft: Draft) => {
      forgetDraft(draft.name);
      batch(() => {
        open.value = null;
        undo.value = { what: `“${draft.title || 'Zonder titel'}” is weggegooid.`, before: draft };
        look();
      });
    },
    takeBack: () => {
      const back = undo.peek();
      if (back !== null) begin(back.before);
    },
    /** A teacher's file becomes an exercise here; one with the same name is not written over. */
    takeIn: async (file: Pick<File, 'text'>) => {
      const read: Draft | OwnProblems = await asDraft(file);
      if ('problems' in read) {
        problems.value = read.problems;
        return;
      }
      const isThere = keptDrafts().some(({ own }) => own.name === read.name);
      begin(isThere ? { ...read, name: newDraft(newMark()).name } : read);
    },
  };
}

export type Maker = ReturnType<typeof createMaker>;

async function asDraft(file: Pick<File, 'text'>): Promise<Draft | OwnProblems> {
  const read = readOwnFile(await file.text().catch(() => ''));
  if (!isOwn(read)) return read;
  // A student's copy has none: its teacher may write one.
  return { ...read, solution: read.solution ?? read.files };
}
