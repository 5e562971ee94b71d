/**
 * Reads entries into the rows of the log: what functions logged, and what the platform did in between. Who it was
 * and whether it is known, the tracks say.
 */
import type { ErrorInfo } from '../../contract/failure.ts';
import type { Entry } from '../../engine/index.ts';
import { askedOf } from './asked.ts';
import { lastOf } from './fifo.ts';
import type { Log, LogRow, Tracks } from './ledger.ts';

/** More would not be read, and costs the page its speed; the row at the top says how many are gone. */
const LOG_ROWS = 400;

type RowOf<T> = T extends unknown ? Omit<T, 'key' | 'atMs'> : never;

/** @param tracks as they were before this entry */
export function addToLog(log: Log, entry: Entry, tracks: Tracks): void {
  const addRow = (row: RowOf<LogRow>) => {
    log.rows.push({ ...row, key: log.nextKey++, atMs: entry.atMs } as LogRow);
  };
  switch (entry.type) {
    case 'log': {
      const { instanceId, invocationId } = entry;
      for (const { level, text } of entry.lines.slice(-LOG_ROWS)) {
        addRow({ kind: 'line', level, text, instanceId, invocationId });
      }
      log.rowsLost += Math.max(0, entry.lines.length - LOG_ROWS);
      if (entry.dropped > 0) addRow({ kind: 'dropped', count: entry.dropped, instanceId, invocationId });
      break;
    }
    case 'instanceReady': {
      const { instanceId, initMs } = entry;
      const life = tracks.alive.get(instanceId);
      const starting = life && lastOf(life.lane.stretches)?.invocation;
      addRow({ kind: 'cold', initMs, instanceId, invocationId: starting?.invocationId ?? null });
      break;
    }
    case 'invocationEnded': {
      const { invocationId, instanceId, outcome } = entry;
      const isEvent = (tracks.invocations.get(invocationId)?.messages.length ?? 0) > 0;
      // The error of an event has told it: see `result`.
      const isTold = outcome === 'error' && isEvent;
      if (outcome !== 'ok' && !isTold) addRow({ kind: 'ended', outcome, instanceId, invocationId });
      break;
    }
    case 'instanceGone': {
      const { instanceId, reason } = entry;
      if (tracks.alive.has(instanceId)) addRow({ kind: 'gone', reason, instanceId, invocationId: null });
      break;
    }
    case 'throttled':
      addThrottled(log, entry.invocationId, addRow);
      break;
    case 'stored': {
      const { invocationId, op, key, bytes } = entry;
      addRow({ kind: 'stored', op, storeKey: key, bytes, instanceId: null, invocationId });
      break;
    }
    case 'serviceCall': {
      const { instanceId, invocationId } = entry;
      addRow({ kind: 'service', asked: askedOf(entry), instanceId, invocationId });
      break;
    }
    case 'timerFired':
      addRow({ kind: 'timer', instanceId: null, invocationId: null });
      break;
    case 'messageReturned': {
      const { invocationId, reason, attempts } = entry;
      const waitMs = entry.visibleAtMs - entry.atMs;
      addCounted(log, addRow, {
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
      addCounted(log, addRow, {
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
    default:
  }
  trim(log);
}

function trim(log: Log): void {
  const extra = log.rows.length - LOG_ROWS;
  if (extra <= 0) return;
  log.rows.splice(0, extra);
  log.rowsLost += extra;
}

function addThrottled(log: Log, invocationId: string, addRow: (row: RowOf<LogRow>) => void): void {
  const last = log.rows.at(-1);
  if (last?.kind === 'throttled') {
    log.rows[log.rows.length - 1] = { ...last, count: last.count + 1, invocationId: null };
  } else {
    addRow({ kind: 'throttled', count: 1, instanceId: null, invocationId });
  }
}

type CountedRow = Extract<RowOf<LogRow>, { kind: 'returned' | 'dead' }>;

/** What happened to all messages of one batch at once is one row. */
function addCounted(log: Log, addRow: (row: RowOf<LogRow>) => void, row: CountedRow): void {
  const last = log.rows.at(-1);
  const isSame =
    (last?.kind === 'returned' || last?.kind === 'dead') &&
    last.kind === row.kind &&
    last.reason === row.reason &&
    last.attempts === row.attempts &&
    last.invocationId === row.invocationId;
  if (isSame) log.rows[log.rows.length - 1] = { ...last, count: last.count + 1 };
  else addRow(row);
}

function errorInWords({ name, message, frames }: ErrorInfo): string {
  const [place] = frames;
  return `${name}: ${message}${place ? ` (${place.file}, regel ${place.line})` : ''}`;
}
