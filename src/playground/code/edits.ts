/**
 * The code of one playground, and whose it is: the course's as served, the reader's own version of it, or a stranger's copy
 * beside that.
 *
 *     the lesson's files ──edit──▶ the reader's own: kept on this device, restored on return, never lost without a way back
 *     a link, or somebody else's file ──▶ a copy: in no reader's store, and gone with `Ga terug naar mijn versie`
 *
 * The reader's own version and a copy never share a field: whoever deploys the one can't get hold of the other.
 */
import { batch, computed, createModel, signal } from '@preact/signals';
import type { SourceFile } from '../../contract/data.ts';
import { onChangeElsewhere, readText, removeText, writeText } from '../../kit/storage.ts';
import { readTabText, removeTabText } from '../../kit/tab-storage.ts';
import type { Origin } from './origin.ts';

type Files = Readonly<Record<string, string>>;

interface Saved {
  readonly v: 1;
  /** Fingerprint of the lesson's code that this edit began from. */
  readonly base: string;
  readonly files: Files;
}

/** A stranger's version, while it is shown. */
interface Copy {
  /** Tells it from an earlier copy in this playground. */
  readonly number: number;
  readonly texts: Files;
}

/** Not a secret and not a signature: it only tells one version of a lesson from the next (FNV-1a, 32 bits). */
export function fingerprint(files: readonly SourceFile[]): string {
  let hash = 0x811c9dc5;
  for (const char of files.map((file) => `${file.path}\n${file.text}`).join('\0')) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

function parseSaved(text: string | null): Saved | null {
  if (text === null) return null;
  try {
    const saved = JSON.parse(text) as Partial<Saved> | null;
    const isFiles =
      typeof saved?.files === 'object' &&
      saved.files !== null &&
      Object.values(saved.files).every((value) => typeof value === 'string');
    return saved?.v === 1 && typeof saved.base === 'string' && isFiles ? (saved as Saved) : null;
  } catch {
    return null;
  }
}

function toRecord(files: readonly SourceFile[]): Files {
  return Object.fromEntries(files.map((file) => [file.path, file.text]));
}

/**
 * @param given paths of files that the task gives: they are the course's, whatever was kept or came in their place
 * @param isOwnProject the files are the reader's own from the start: whoever made this keeps them, and there is no course's version
 */
export const EditsModel = createModel(
  (name: string, lessonFiles: readonly SourceFile[], given: readonly string[] = [], isOwnProject = false) => {
    const key = `functielab:code:${name}`;
    /** Where a progress file that is somebody else's leaves its code for this visit. */
    const copyKey = `functielab:andermans:${name}`;
    const original = toRecord(lessonFiles);
    const base = fingerprint(lessonFiles);

    /** The reader's own version; the lesson's code until something was changed. */
    const mine = signal<Files>(original);
    /** What `Herstel`, `Toon de nieuwe code` or a takeover took away; `Ongedaan maken` brings it back. */
    const undoneMine = signal<Files | null>(null);
    /** True when the reader's version began from an older version of the lesson. */
    const lessonChanged = signal(false);
    /** In another tab this code was changed too: what stands here is the newest, and the other comes with `Ongedaan maken`. */
    const changedElsewhere = signal(false);
    /** What was kept of files that the task gives now: the course's run in their place. */
    const setAside = signal<readonly SourceFile[]>([]);
    const copy = signal<Copy | null>(null);
    let copies = 0;
    /** There was a link, and nothing whole in it. */
    const linkIsBroken = signal(false);
    /** What the reader's version began from; kept with it, so that a later visit still knows. */
    let startedFrom = base;
    /** What this tab last wrote or read there: other text is another tab's. */
    let kept: string | null = null;
    const isMineEdited = computed(() => !isAsServed(mine.value));

    const isAsServed = (texts: Files) => lessonFiles.every((file) => texts[file.path] === file.text);

    /** Files that this function does not have are left out; those that are missing are the lesson's. */
    function whole(files: Files): Files {
      const paths = Object.keys(original);
      const isTheirs = (path: string) => Object.hasOwn(files, path) && !given.includes(path);
      const textOf = (path: string) => (isTheirs(path) ? files[path] : original[path]) ?? '';
      return Object.fromEntries(paths.map((path) => [path, textOf(path)]));
    }

    function keep(): void {
      if (isOwnProject) return;
      if (!isMineEdited.peek()) {
        removeText(key);
        kept = null;
        return;
      }
      const saved: Saved = { v: 1, base: startedFrom, files: mine.peek() };
      const text = JSON.stringify(saved);
      if (writeText(key, text)) kept = text;
    }

    function show(saved: Saved | null): void {
      mine.value = saved ? whole(saved.files) : original;
      startedFrom = saved?.base ?? base;
      lessonChanged.value = startedFrom !== base && isMineEdited.peek();
    }

    /**
     * Another tab may have changed this code: what it wrote is shown here too, so that this tab does not write an older text over
     * it. What stood here, the reader gets back with `Ongedaan maken`.
     *
     * @returns whether there was something new
     */
    function look(): boolean {
      if (isOwnProject) return false;
      const text = readText(key);
      if (text === kept) return false;
      const saved = parseSaved(text);
      if (text !== null && saved === null) return false;
      batch(() => {
        kept = text;
        // Each key that is typed there comes here: what is given back is what stood here before the first.
        if (!changedElsewhere.peek()) undoneMine.value = mine.peek();
        changedElsewhere.value = true;
        show(saved);
      });
      return true;
    }

    /** Reads what was kept. Runs in the browser, after the page as served has been taken over. */
    function restore(): void {
      if (isOwnProject) return;
      const text = readText(key);
      const saved = parseSaved(text);
      if (saved) {
        kept = text;
        show(saved);
        setAside.value = given.flatMap((path) => {
          const before = Object.hasOwn(saved.files, path) ? saved.files[path] : undefined;
          return before === undefined || before === original[path] ? [] : [{ path, text: before }];
        });
      }
      onChangeElsewhere(key, look);
      const theirs = parseSaved(readTabText(copyKey));
      if (theirs) showCopy(theirs.files);
    }

    /** Changes what is shown: a copy that is changed stays a copy. */
    function edit(path: string, text: string): void {
      const shown = copy.peek();
      if (given.includes(path) || (shown?.texts ?? mine.peek())[path] === text) return;
      if (shown !== null) {
        copy.value = { ...shown, texts: { ...shown.texts, [path]: text } };
        return;
      }
      // Typed here before this tab heard of the other: then what that one wrote is what comes back.
      if (look()) undoneMine.value = mine.peek();
      mine.value = { ...mine.peek(), [path]: text };
      if (!changedElsewhere.peek()) undoneMine.value = null;
      keep();
    }

    /** The reader has seen that another tab changed this code, or that files of the task were set aside. */
    function closeNotices(): void {
      batch(() => {
        changedElsewhere.value = false;
        setAside.value = [];
      });
    }

    /** What was typed before the page could keep it; a version that was kept goes before it, so that it isn't lost. */
    function adopt(path: string, text: string): void {
      if (readText(key) === null) edit(path, text);
    }

    /** Back to the lesson's own code. A copy has another way back. */
    function reset(): void {
      if (copy.peek() !== null) return;
      becomeMine(original);
    }

    function undoReset(): void {
      const back = undoneMine.peek();
      if (!back || copy.peek() !== null) return;
      batch(() => {
        mine.value = back;
        undoneMine.value = null;
        changedElsewhere.value = false;
      });
      keep();
    }

    /** What the reader had comes back with `Ongedaan maken`. */
    function becomeMine(texts: Files): void {
      batch(() => {
        undoneMine.value = mine.peek();
        changedElsewhere.value = false;
        mine.value = texts;
        startedFrom = base;
        lessonChanged.value = false;
        keep();
      });
    }

    /** Shows somebody else's version, from a link or a file. It is kept nowhere until the reader takes it over. */
    function showCopy(files: Files): void {
      copies += 1;
      batch(() => {
        linkIsBroken.value = false;
        copy.value = { number: copies, texts: whole(files) };
      });
    }

    /** Back to the reader's own version: the copy is gone. */
    function leaveCopy(): void {
      removeTabText(copyKey);
      copy.value = null;
    }

    /** The copy becomes the reader's own version. */
    function takeOver(): void {
      const shown = copy.peek();
      if (shown === null) return;
      batch(() => {
        leaveCopy();
        becomeMine(shown.texts);
      });
    }

    /** The reader's own version from elsewhere, a file of another device for example, in the place of the one here. */
    function replace(files: Files): void {
      batch(() => {
        leaveCopy();
        becomeMine(whole(files));
      });
    }

    const inOrder = (texts: Files): SourceFile[] =>
      lessonFiles.map(({ path }) => ({ path, text: texts[path] ?? '' }));

    /** Reads as the signal that it is made from, so that a view follows it. */
    function isFileEdited(path: string): boolean {
      return texts.value[path] !== original[path];
    }

    const texts = computed(() => copy.value?.texts ?? mine.value);

    return {
      adopt,
      isOwnProject: computed(() => isOwnProject),
      /** As they are shown now, in the order of the lesson: to be read, shared and checked. */
      files: () => inOrder(texts.peek()),
      /** The reader's own, also while a copy is shown: nothing else goes where the reader's things are. */
      ownFiles: () => inOrder(mine.peek()),
      /** Those of one copy; null once it is gone. */
      filesOfCopy: (number: number) => {
        const shown = copy.peek();
        return shown?.number === number ? inOrder(shown.texts) : null;
      },
      /** Whose code is shown. */
      origin: computed<Origin>(() => {
        if (copy.value !== null) return 'stranger';
        return isMineEdited.value ? 'own' : 'course';
      }),
      isCopy: computed(() => copy.value !== null),
      copyNumber: computed(() => copy.value?.number ?? null),
      linkIsBroken,
      showCopy,
      leaveCopy,
      takeOver,
      replace,
      isFileEdited,
      texts,
      ownTexts: computed(() => mine.value),
      undone: computed(() => (copy.value === null ? undoneMine.value : null)),
      lessonChanged,
      changedElsewhere,
      setAside,
      closeNotices,
      isEdited: computed(() => !isAsServed(texts.value)),
      restore,
      edit,
      reset,
      undoReset,
    };
  },
);

export type Edits = InstanceType<typeof EditsModel>;
