/**
 * The wire between the page and the worker that simulates. A worker does one thing and is ended after it, so that to stop is to end
 * it, whatever it is doing.
 *
 *     page ── run ──▶ worker        a month
 *     page ◀─ slices, money, … ──   as it goes
 *     page ◀─ done | refused ──     once
 *
 *     page ── file ─▶ worker        traffic of the reader's own
 *     page ◀─ read … ──             as it goes
 *     page ◀─ trace | refused | unreadable ──   once
 */
import type { Tariff } from '../billing/index.ts';
import type { Scenario, SimulationResult } from '../simulation/index.ts';
import type { BillOfRun } from './bills-of-run.ts';
import type { ServersAsked, ServersDone } from './servers/run-servers.ts';

/** The same traffic on servers that are always on. */
export interface BeginServers {
  readonly scenario: Scenario;
  readonly servers: ServersAsked;
}

/** A file to read. */
export interface BeginReading {
  readonly file: Blob;
}

export interface Begin {
  readonly scenario: Scenario;
  /** How wide the slices are that the page gets. */
  readonly sliceMs: number;
  /** Only these moments are told, and no bill: a closer look at a month that ran. Absent: all. */
  readonly window?: { readonly fromMs: number; readonly toMs: number };
  /** Under which the month is billed. */
  readonly tariffs: readonly Tariff[];
  /** Which of these the growing amount is of. */
  readonly tariffId: string;
}

export type News =
  /** Rows of a `SliceStore`, in order. */
  | { readonly type: 'slices'; readonly rows: Float64Array<ArrayBuffer> }
  /** What it had cost by then, in exact dollars. */
  | { readonly type: 'money'; readonly atMs: number; readonly usd: string }
  | { readonly type: 'done'; readonly result: SimulationResult; readonly bills: readonly BillOfRun[] }
  /** One way to have servers, of those that are asked for. */
  | { readonly type: 'servers'; readonly done: ServersDone }
  /** There are no more of these. */
  | { readonly type: 'ended' }
  /** So much of a file was read. */
  | { readonly type: 'read'; readonly bytes: number }
  /** All calls of a file, and when the last one is over. */
  | {
      readonly type: 'trace';
      readonly atMs: Float64Array<ArrayBuffer>;
      readonly durationsMs: Float64Array<ArrayBuffer> | null;
      readonly untilMs: number;
    }
  /** A file that is not there any more. */
  | { readonly type: 'unreadable' }
  /** What was set can't be run, or a file is no traffic: a sentence with the place of what is wrong. */
  | { readonly type: 'refused'; readonly message: string };
