/**
 * One playground, apart from how it looks: the code that it shows, and what runs that code. A test drives this without a page.
 *
 *     edits ─┬─ the reader's own version ──▶ own bench: the reader's lab, stores, log, receipt, host
 *            └─ a stranger's copy ─────────▶ a bench of its own, thrown away with the copy
 *
 * This folder is the state of playgrounds and programs, and knows no view. All that shows something imports it, and what
 * deploys a sample elsewhere takes `deploying.ts` and `request-form.ts`. Begin here, then `bench.ts`, `runs.ts` and `feed.ts`.
 */
import { computed, effect, signal, untracked } from '@preact/signals';
import type { Sample } from '../../course/sample.ts';
import { EditsModel } from '../code/edits.ts';
import type { Starters } from '../hosts/table.ts';
import { type Bench, createBench } from './bench.ts';
import type { OpenLab } from './lab.ts';

/** What a view shows: the bench of the code that stands in the editor. */
export type Playground = Bench;

const OWN = 0;

export function createPlayground(sample: Sample, openLab: OpenLab, starters: Starters) {
  const edits = new EditsModel(sample.name, sample.files, sample.given);
  const common = { sample, edits, openLab, starters };
  const own = createBench({ ...common, owner: 'reader', code: edits.ownFiles, number: OWN });
  const strangers = signal<Bench | null>(null);

  function turnTo(copyNumber: number | null): void {
    const before = strangers.peek();
    if (copyNumber === null) strangers.value = null;
    else {
      const code = () => edits.filesOfCopy(copyNumber);
      strangers.value = createBench({ ...common, owner: 'stranger', code, number: copyNumber });
      // Nothing of the reader's goes on where it is not seen.
      own.rest();
    }
    before?.dispose();
  }

  const stopWatching = effect(() => {
    const copyNumber = edits.copyNumber.value;
    untracked(() => turnTo(copyNumber));
  });

  return {
    ...own,
    /** The reader's own bench, or a stranger's while a copy is shown. */
    shown: computed(() => strangers.value ?? own),
    dispose: () => {
      stopWatching();
      strangers.peek()?.dispose();
      own.dispose();
    },
  };
}
