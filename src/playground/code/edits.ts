/**
 * The learner's own version of a sample: kept on this device, restored on return, and never thrown away
 * without a way back.
 */
import { batch, computed, createModel, signal } from '@preact/signals';
import type { SourceFile } from '../../contract/data.ts';
import { readText, removeText, writeText } from '../../kit/storage.ts';

type Files = Readonly<Record<string, string>>;

interface Saved {
  readonly v: 1;
  /** Fingerprint of the lesson's code that this edit began from. */
  readonly base: string;
  readonly files: Files;
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

export const EditsModel = createModel((name: string, lessonFiles: readonly SourceFile[]) => {
  const key = `functielab:code:${name}`;
  const original = toRecord(lessonFiles);
  const base = fingerprint(lessonFiles);

  const texts = signal<Files>(original);
  /** What `Herstel` or `Toon de nieuwe code` took away; `Ongedaan maken` brings it back. */
  const undone = signal<Files | null>(null);
  /** True when the reader's version began from an older version of the lesson. */
  const lessonChanged = signal(false);
  /** Somebody else's version is shown, from a link or a file. It is kept nowhere until the reader takes it over. */
  const isCopy = signal(false);
  /** There was a link, and nothing whole in it. */
  const linkIsBroken = signal(false);
  /** What the reader's version began from; kept with it, so that a later visit still knows. */
  let startedFrom = base;
  const isEdited = computed(() => lessonFiles.some((file) => texts.value[file.path] !== file.text));

  function keep(): void {
    if (isCopy.peek()) return;
    if (!isEdited.peek()) {
      removeText(key);
      return;
    }
    const saved: Saved = { v: 1, base: startedFrom, files: texts.peek() };
    writeText(key, JSON.stringify(saved));
  }

  /** Reads what was kept. Runs in the browser, after the page as served has been taken over. */
  function restore(): void {
    const saved = parseSaved(readText(key));
    if (!saved) return;
    const mine = { ...original };
    for (const path of Object.keys(original)) mine[path] = saved.files[path] ?? original[path] ?? '';
    texts.value = mine;
    startedFrom = saved.base;
    lessonChanged.value = saved.base !== base && isEdited.peek();
  }

  function edit(path: string, text: string): void {
    if (texts.peek()[path] === text) return;
    texts.value = { ...texts.peek(), [path]: text };
    undone.value = null;
    keep();
  }

  /** What was typed before the page could keep it; a version that was kept goes before it, so that it isn't lost. */
  function adopt(path: string, text: string): void {
    if (readText(key) === null) edit(path, text);
  }

  /** Back to the lesson's own code. */
  function reset(): void {
    undone.value = texts.peek();
    texts.value = original;
    startedFrom = base;
    lessonChanged.value = false;
    keep();
  }

  function undoReset(): void {
    const back = undone.peek();
    if (!back) return;
    texts.value = back;
    undone.value = null;
    keep();
  }

  /** Files that this function does not have are left out; those that are missing are the lesson's. */
  function showCopy(files: Files): void {
    const copy = { ...original };
    for (const path of Object.keys(original)) copy[path] = files[path] ?? original[path] ?? '';
    batch(() => {
      isCopy.value = true;
      linkIsBroken.value = false;
      undone.value = null;
      texts.value = copy;
    });
  }

  /** Back to the reader's own version. */
  function leaveCopy(): void {
    batch(() => {
      isCopy.value = false;
      texts.value = original;
      restore();
    });
  }

  /** The copy becomes the reader's own version; what that was comes back with `Ongedaan maken`. */
  function takeOver(): void {
    const copy = texts.peek();
    batch(() => {
      leaveCopy();
      undone.value = texts.peek();
      texts.value = copy;
      startedFrom = base;
      lessonChanged.value = false;
      keep();
    });
  }

  /** As they are now, in the order of the lesson. */
  function files(): SourceFile[] {
    return lessonFiles.map(({ path }) => ({ path, text: texts.peek()[path] ?? '' }));
  }

  /** Reads as the signal that it is made from, so that a view follows it. */
  function isFileEdited(path: string): boolean {
    return texts.value[path] !== original[path];
  }

  return {
    adopt,
    files,
    isCopy,
    linkIsBroken,
    showCopy,
    leaveCopy,
    takeOver,
    isFileEdited,
    texts,
    undone,
    lessonChanged,
    isEdited,
    restore,
    edit,
    reset,
    undoReset,
  };
});

export type Edits = InstanceType<typeof EditsModel>;
