/**
 * Progress as it is kept on this device. Each change is put together with what is there at that moment, since another tab
 * may have written meanwhile. Where nothing can be kept it lasts as long as the page, which says so (`storage.ts`).
 */
import { signal } from '@preact/signals';
import { readText, removeText, shelved, writeText } from '../kit/storage.ts';
import { merge, NO_PROGRESS, type Progress, parseProgress } from './progress.ts';

const KEY = 'functielab:voortgang';

export const progress = signal<Progress>(NO_PROGRESS);

function read(): Progress {
  try {
    return parseProgress(JSON.parse(readText(KEY) ?? 'null')) ?? NO_PROGRESS;
  } catch {
    return NO_PROGRESS;
  }
}

/** Adds what was done. */
export function addProgress(done: Partial<Progress>): void {
  const all = merge(merge(progress.peek(), read()), { ...NO_PROGRESS, ...done });
  progress.value = all;
  writeText(KEY, JSON.stringify({ v: 1, ...all }));
}

/** @returns what brings it back */
export function wipeProgress(): () => void {
  const before = merge(progress.peek(), read());
  removeText(KEY);
  progress.value = NO_PROGRESS;
  return () => addProgress(before);
}

if (typeof document !== 'undefined') {
  progress.value = read();
  addEventListener('storage', ({ key }) => {
    // Wiped in another tab means wiped: what this page knew is not written again.
    if (key === shelved(KEY) || key === null) progress.value = read();
  });
}
