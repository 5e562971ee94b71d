/** What a playground needs of a lab: an engine with its clock, somewhere to run, and stores that may be kept. */
import type { CreateHost } from '../../contract/host.ts';
import type { Sample } from '../../course/sample.ts';
import type { CronMoments, CronProblem, Engine } from '../../engine/index.ts';
import type { Keeping } from './saved-stores.ts';

export interface Lab {
  readonly engine: Engine;
  /** The smallest step of the clock that measures durations. */
  readonly clockStepMs: () => number;
  readonly nowMs: () => number;
  /** Builds the sandbox beforehand: the first run then waits for its instance alone. */
  readonly prepare: () => void;
  /** New instances start there from now on; null is the browser's sandbox. Where they start already changes nothing. */
  readonly runIn: (place: Place | null) => void;
  /** The next moments of a cron expression, in ms since 1970. */
  readonly cronMoments: (expression: string, count: number) => CronMoments | CronProblem;
  /** What becomes of its stores and messages when the page goes; null when there are none. */
  readonly keeping: { readonly value: Keeping } | null;
  /** Ends the engine, and lets another tab keep what this one kept. */
  readonly close: () => void;
}

/** Somewhere else than the browser's sandbox. */
export interface Place {
  /** Tells it from any other place. */
  readonly name: string;
  readonly createHost: CreateHost;
  readonly clockStepMs: number;
}

/** Fetches and makes the engine and the sandbox: before the first run, so that a page that is only read has neither. */
export type OpenLab = (sample: Sample) => Promise<Lab>;
