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
import { type Edits, EditsModel } from '../code/edits.ts';
import type { LabOwner } from '../code/origin.ts';
import type { Starters } from '../hosts/table.ts';
import { type Bench, createBench } from './bench.ts';
import type { OpenLab } from './lab.ts';

/** What a view shows: the bench of the code that stands in the editor. */
export type Playground = Bench;

/** A project of the reader's own, or one that came from elsewhere: who made the playground holds its files. */
export interface OwnProject {
  readonly edits: Edits;
  /** A stranger's has a lab of its own, and never leaves the sandbox. */
  readonly owner: LabOwner;
}

/** Of the benches of this page. */
let benches = 0;
const nextNumber = () => {
  benches += 1;
  return benches;
};

/** @param project null for a sample of the course, of which the edits are kept here */
export function createPlayground(
  sample: Sample,
  openLab: OpenLab,
  starters: Starters,
  project: OwnProject | null = null,
) {
  const edits = project?.edits ?? new EditsModel(sample.name, sample.files, sample.given);
  const common = { sample, edits, openLab, starters };
  const owner = project?.owner ?? 'reader';
  const own = createBench({ ...common, owner, code: edits.ownFiles, number: nextNumber() });
  const strangers = signal<Bench | null>(null);

  function turnTo(copyNumber: number | null): void {
    const before = strangers.peek();
    if (copyNumber === null) strangers.value = null;
    else {
      const code = () => edits.filesOfCopy(copyNumber);
      strangers.value = createBench({ ...common, owner: 'stranger', code, number: nextNumber() });
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
