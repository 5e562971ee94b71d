/**
 * What is kept on this device. Storage may be full, forbidden (a frame, a private window) or cleared at any
 * moment: nothing here throws, and `keepsEdits` tells the page when it has to say so.
 */
import { signal } from '@preact/signals';

/** Of one learner on this device; part of the names of all that is kept there. */
export type LearnerMark = string;

declare global {
  /** In the pages of a package, where learners may share a browser and an address. */
  var functielabLearner: LearnerMark | undefined;
  /** In the pages of a package in a learning environment: where all of one visit is kept (`scorm/session/learners-shelf.ts`). */
  var functielabShelf: Shelf | undefined;
}

/** What a page uses of the browser's storage. */
export interface Shelf extends Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  keys(): readonly string[];
}

/** False once a write has been refused: edits live as long as the page. */
export const keepsEdits = signal(true);
/** What was refused and is not kept since: that something small can be kept does not mean that the code is. */
const refused = new Set<string>();
const PROBE = 'functielab:proef';

/**
 * In a learning environment (`src/scorm/`) several learners may share a browser and an address: each has a shelf.
 * @param name begins with `functielab`
 */
export function shelved(name: string): string {
  const learner = globalThis.functielabLearner;
  return learner === undefined ? name : name.replace('functielab', `functielab-${learner}`);
}

function local(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null {
  try {
    return globalThis.functielabShelf ?? localStorage;
  } catch {
    return null;
  }
}

export function readText(key: string): string | null {
  try {
    return local()?.getItem(shelved(key)) ?? null;
  } catch {
    return null;
  }
}

/** @returns whether it was really kept. */
export function writeText(key: string, text: string): boolean {
  const storage = local();
  try {
    if (!storage) throw new Error('storage is forbidden');
    storage.setItem(shelved(key), text);
    refused.delete(PROBE);
    note(key, false);
    return true;
  } catch {
    note(key, true);
    return false;
  }
}

function note(key: string, isRefused: boolean): void {
  refused[isRefused ? 'add' : 'delete'](key);
  keepsEdits.value = refused.size === 0;
}

export function removeText(key: string): void {
  note(key, false);
  try {
    local()?.removeItem(shelved(key));
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}

/** Calls back when another tab wrote there, and when this page is shown again after it was left. */
export function onChangeElsewhere(key: string, look: () => void): void {
  if (typeof document === 'undefined') return;
  addEventListener('storage', (event) => {
    if (event.key === shelved(key) || event.key === null) look();
  });
  // A page in the back/forward cache hears of nothing.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
}

/** What is kept under names that begin so: the rest of each name, with its text. */
export function readAll(prefix: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  try {
    const storage = local();
    const begin = shelved(prefix);
    for (const key of globalThis.functielabShelf?.keys() ?? Object.keys(storage ?? {})) {
      if (key.startsWith(begin)) found.set(key.slice(begin.length), storage?.getItem(key) ?? '');
    }
  } catch {
    // Forbidden: nothing is kept.
  }
  return found;
}

/** Tries a write at the start of a page, so that the note is there before the first edit is lost. */
export function probeStorage(): void {
  if (writeText(PROBE, '1')) removeText(PROBE);
}
