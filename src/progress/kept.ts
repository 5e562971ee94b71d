/**
 * Progress as it is kept on this device and shared by its tabs. Where nothing can be kept it lasts as long as the page, which
 * says so (`storage.ts`).
 */
import { computed, signal } from '@preact/signals';
import { shareAcrossTabs } from '../kit/shared.ts';
import { mergeKept, NOTHING_KEPT, type Progress, parseKept, printKept, withDone } from './progress.ts';

export const kept = shareAcrossTabs({
  key: 'functielab:voortgang',
  nothing: NOTHING_KEPT,
  merge: mergeKept,
  parse: parseKept,
  print: printKept,
});

export const progress = computed(() => kept.known.value.progress);

/** What the checks of an exercise said the last time that they ran on the reader's own code, while the page is open. */
export const lastTried = signal<Tried | null>(null);

export interface Tried {
  readonly exercise: string;
  /** As `exercises/check.ts` gives them. */
  readonly results: readonly {
    readonly id: string;
    readonly isPassed: boolean;
    readonly problem: { readonly received: string } | null;
    readonly passesAtStart?: true;
    readonly atMarking?: true;
  }[];
}

/** Adds what was done. A lesson that is open now was opened later than any that is known. */
export function addProgress(done: Partial<Progress>): void {
  kept.add(({ wipes, progress: known }) => ({ wipes, progress: withDone(known, done, Date.now()) }));
}
