/**
 * Log and lanes of one playground, as views of the engine's one list of entries: each entry is read
 * once, and nothing here is counted a second time.
 */

import type { LogLevel } from '../../contract/data.ts';
import type { ErrorInfo } from '../../contract/failure.ts';
import type { Entry, StoredEntry } from '../../engine/index.ts';
import type { DeadReason, GoneReason, InvocationEnded, ReturnReason } from '../../platform/index.ts';
import { type Delivery, noteDelivery } from './attempts.ts';

/** More would not be read, and costs the page its speed; the row at the top says how many are gone. */
const LOG_ROWS = 400;
/** Instances that are gone stay on the timeline while there is room. */
const LANES = 8;

interface OfRow {
  readonly key: number;
  readonly atMs: number;
  readonly instanceId: number | null;
  readonly invocationId: string | null;
}
export type LogRow = OfRow &
  (
    | { readonly kind: 'line'; readonly level: LogLevel; readonly text: string }
    | { readonly kind: 'dropped'; readonly count: number }
    | { readonly kind: 'cold'; readonly initMs: number }
    | { readonly kind: 'ended'; readonly outcome: InvocationEnded['outcome'] }
    /** `count` in a row: the fortieth refusal of one burst tells no more than the first. */
    | { readonly kind: 'throttled'; readonly count: number }
    | { readonly kind: 'gone'; readonly reason: GoneReason }
    /** A write in a store; `bytes` is 0 when something was taken away. */
    | {
        readonly kind: 'stored';
        readonly op: StoredEntry['op'];
        readonly storeKey: string;
        readonly bytes: number;
      }
    | { readonly kind: 'timer' }
    /** Comes again after `waitMs`. */
    | {
        readonly kind: 'returned';
        readonly reason: ReturnReason;
        readonly attempts: number;
        readonly waitMs: number;
        /** Messages of one batch. */
        readonly count: number;
      }
    | {
        readonly kind: 'dead';
        readonly reason: DeadReason;
        readonly attempts: number;
        readonly hops: number;
        readonly count: number;
      }
  );

/** One stretch of an instance's life. `toMs` is null while it lasts. */
export interface Stretch {
  readonly kind: 'init' | 'busy' | 'idle';
  readonly fromMs: number;
  toMs: number | null;
  readonly invocationId: string | null;
}

export interface Lane {
  readonly instanceId: number;
  readonly functionName: string;
  readonly startedAtMs: number;
  /** Measured beside the instance; null until it is ready. */
  initMs: number | null;
  readonly stretches: Stretch[];
  state: 'starting' | 'busy' | 'idle' | 'gone';
  expiresAtMs: number | null;
  goneAtMs: number | null;
  goneReason: GoneReason | null;
  invocations: number;
}

export interface Ledger {
  readonly rows: LogRow[];
  readonly lanes: Lane[];
  /** What became of events, newest last. */
  readonly deliveries: Delivery[];
  /** Rows that were taken off the top of the log. */
  rowsLost: number;
  nextKey: number;
}

export function emptyLedger(): Ledger {
  return { rows: [], lanes: [], deliveries: [], rowsLost: 0, nextKey: 0 };
}

function begin(lane: Lane, kind: Stretch['kind'], atMs: number, invocationId: string | null): void {
  const last = lane.stretches.at(-1);
  if (last && last.toMs === null) last.toMs = atMs;
  lane.stretches.push({ kind, fromMs: atMs, toMs: null, invocationId });
}

type RowOf<T> = T extends unknown ? Omit<T, 'key' | 'atMs'> : never;

/** Reads one entry into the ledger. @returns whether anything to see changed. */
export function post(ledger: Ledger, entry: Entry): boolean {
  const addRow = (row: RowOf<LogRow>) => {
    ledger.rows.push({ ...row, key: ledger.nextKey++, atMs: entry.atMs } as LogRow);
  };
  const lane = 'instanceId' in entry ? laneOf(ledger, entry.instanceId) : undefined;
  switch (entry.type) {
    case 'log': {
      const { instanceId, invocationId } = entry;
      for (const { level, text } of entry.lines.slice(-LOG_ROWS)) {
        addRow({ kind: 'line', level, text, instanceId, invocationId });
      }
      ledger.rowsLost += Math.max(0, entry.lines.length - LOG_ROWS);
      if (entry.dropped > 0) addRow({ kind: 'dropped', count: entry.dropped, instanceId, invocationId });
      break;
    }
    case 'instanceStarted':
      ledger.lanes.push({
        instanceId: entry.instanceId,
        functionName: entry.functionName,
        startedAtMs: entry.atMs,
        initMs: null,
        stretches: [{ kind: 'init', fromMs: entry.atMs, toMs: null, invocationId: entry.invocationId }],
        state: 'starting',
        expiresAtMs: null,
        goneAtMs: null,
        goneReason: null,
        invocations: 0,
      });
      break;
    case 'instanceReady': {
      if (lane) lane.initMs = entry.initMs;
      const invocationId = lane?.stretches[0]?.invocationId ?? null;
      addRow({ kind: 'cold', initMs: entry.initMs, instanceId: entry.instanceId, invocationId });
      break;
    }
    case 'invocationStarted':
      if (lane) {
        begin(lane, 'busy', entry.atMs, entry.invocationId);
        lane.state = 'busy';
        lane.expiresAtMs = null;
        lane.invocations += 1;
      }
      break;
    case 'invocationEnded': {
      const { invocationId, instanceId, outcome } = entry;
      const isTold =
        outcome === 'error' && ledger.deliveries.some((one) => one.invocationId === invocationId);
      if (outcome !== 'ok' && !isTold) addRow({ kind: 'ended', outcome, instanceId, invocationId });
      break;
    }
    case 'instanceIdle':
      if (lane) {
        begin(lane, 'idle', entry.atMs, null);
        lane.state = 'idle';
        lane.expiresAtMs = entry.expiresAtMs;
      }
      break;
    case 'instanceGone':
      if (lane) {
        const last = lane.stretches.at(-1);
        if (last) last.toMs = entry.atMs;
        lane.state = 'gone';
        lane.expiresAtMs = null;
        lane.goneAtMs = entry.atMs;
        lane.goneReason = entry.reason;
        addRow({ kind: 'gone', reason: entry.reason, instanceId: entry.instanceId, invocationId: null });
      }
      break;
    case 'throttled':
      addThrottled(ledger, entry.invocationId, addRow);
      break;
    case 'stored': {
      const { invocationId, op, key, bytes } = entry;
      addRow({ kind: 'stored', op, storeKey: key, bytes, instanceId: null, invocationId });
      break;
    }
    case 'timerFired':
      addRow({ kind: 'timer', instanceId: null, invocationId: null });
      break;
    case 'messageReturned': {
      const { invocationId, reason, attempts } = entry;
      const waitMs = entry.visibleAtMs - entry.atMs;
      addCounted(ledger, addRow, {
        kind: 'returned',
        reason,
        attempts,
        waitMs,
        count: 1,
        instanceId: null,
        invocationId,
      });
      break;
    }
    case 'messageDead': {
      const { reason, attempts, hops } = entry;
      addCounted(ledger, addRow, {
        kind: 'dead',
        reason,
        attempts,
        hops,
        count: 1,
        instanceId: null,
        invocationId: null,
      });
      break;
    }
    case 'result': {
      // Of a request the answer shows it; of an event only the log does, once another answer stands there.
      const { failure, instanceId, invocationId } = entry;
      if (failure?.error) {
        addRow({ kind: 'line', level: 'error', text: errorInWords(failure.error), instanceId, invocationId });
      }
      break;
    }
    case 'messagesDelivered':
    case 'messageSent':
    case 'messageDone':
    case 'messageRedriven':
    case 'messageDiscarded':
    case 'queuePurged':
    case 'timerSkipped':
      break;
    case 'deployed':
    case 'accepted':
      return false;
  }
  noteDelivery(ledger.deliveries, entry);
  trim(ledger);
  return true;
}

function addThrottled(ledger: Ledger, invocationId: string, addRow: (row: RowOf<LogRow>) => void): void {
  const last = ledger.rows.at(-1);
  if (last?.kind === 'throttled') {
    ledger.rows[ledger.rows.length - 1] = { ...last, count: last.count + 1, invocationId: null };
  } else {
    addRow({ kind: 'throttled', count: 1, instanceId: null, invocationId });
  }
}

type CountedRow = Extract<RowOf<LogRow>, { kind: 'returned' | 'dead' }>;

/** What happened to all messages of one batch at once is one row. */
function addCounted(ledger: Ledger, addRow: (row: RowOf<LogRow>) => void, row: CountedRow): void {
  const last = ledger.rows.at(-1);
  const isSame =
    (last?.kind === 'returned' || last?.kind === 'dead') &&
    last.kind === row.kind &&
    last.reason === row.reason &&
    last.attempts === row.attempts &&
    last.invocationId === row.invocationId;
  if (isSame) ledger.rows[ledger.rows.length - 1] = { ...last, count: last.count + 1 };
  else addRow(row);
}

function errorInWords({ name, message, frames }: ErrorInfo): string {
  const [place] = frames;
  return `${name}: ${message}${place ? ` (${place.file}, regel ${place.line})` : ''}`;
}

function laneOf(ledger: Ledger, instanceId: number): Lane | undefined {
  return ledger.lanes.findLast((lane) => lane.instanceId === instanceId);
}

function trim(ledger: Ledger): void {
  const extra = ledger.rows.length - LOG_ROWS;
  if (extra > 0) {
    ledger.rows.splice(0, extra);
    ledger.rowsLost += extra;
  }
  while (ledger.lanes.length > LANES) {
    const oldest = ledger.lanes.findIndex((lane) => lane.state === 'gone');
    if (oldest === -1) break;
    ledger.lanes.splice(oldest, 1);
  }
}
