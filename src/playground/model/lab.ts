/** What a playground needs of a lab: an engine with its clock, somewhere to run, and stores that may be kept. */
import { batch, createModel, signal } from '@preact/signals';
import type { Sample } from '../../course/sample.ts';
import type { CronMoments, CronProblem, Engine, Entry, Tape } from '../../engine/index.ts';
import type { LabOwner } from '../code/origin.ts';
import type { Ledger } from '../entries/ledger.ts';
import type { Place } from '../hosts/starter.ts';
import type { AlarmParts } from './alarm-keeper.ts';
import type { PlaygroundAlarm } from './alarm-model.ts';
import type { Keeping } from './saved-stores.ts';

export interface Lab {
  readonly engine: Engine;
  /** The smallest step of the clock that measures durations. */
  readonly clockStepMs: () => number;
  readonly nowMs: () => number;
  /** Reads one entry into a ledger: it comes with the engine, since without one there is nothing to read. */
  readonly readEntry: (ledger: Ledger, entry: Entry) => void;
  /** Builds the sandbox beforehand: the first run then waits for its instance alone. */
  readonly prepare: () => void;
  /** New instances start there from now on; null is the browser's sandbox. Where they start already changes nothing. */
  readonly runIn: (place: Place | null) => void;
  /** The next moments of a cron expression, in ms since 1970. */
  readonly cronMoments: (expression: string, count: number) => CronMoments | CronProblem;
  /** What becomes of its stores and messages when the page goes; null when there are none. */
  readonly keeping: { readonly value: Keeping } | null;
  /** Watches what it runs; it comes with the engine too. */
  readonly makeAlarm: (parts: AlarmParts) => PlaygroundAlarm;
  /** What went on in it from its first moment; null when that was too much to keep. */
  readonly tape: () => Tape | null;
  /** Ends the engine, and lets another tab keep what this one kept. */
  readonly close: () => void;
}

/**
 * Fetches and makes the engine and the sandbox: before the first run, so that a page that is only read has neither. A
 * stranger's lab begins empty, and nothing of it is kept.
 */
export type OpenLab = (sample: Sample, owner: LabOwner) => Promise<Lab>;

/**
 * The lab of one playground, opened when it is first needed and then kept.
 *
 * @param openLab makes it
 * @param onOpen told once, before anybody can use it
 */
export const LabModel = createModel((openLab: () => Promise<Lab>, onOpen: (opened: Lab) => void) => {
  const lab = signal<Lab | null>(null);
  let opening: Promise<Lab> | null = null;
  let isDisposed = false;

  /** @throws when the code of the lab cannot be fetched; the next call tries again */
  function open(): Promise<Lab> {
    opening ??= openLab().then(
      (opened) => {
        batch(() => {
          lab.value = opened;
          onOpen(opened);
        });
        if (isDisposed) opened.close();
        return opened;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  }

  /** The reader is about to run something. What goes wrong here is told when it is run. */
  function prepare(): void {
    open().then(
      (opened) => opened.prepare(),
      () => undefined,
    );
  }

  function dispose(): void {
    isDisposed = true;
    lab.peek()?.close();
  }

  return { current: lab, open, prepare, dispose };
});

export type OpenedLab = InstanceType<typeof LabModel>;
