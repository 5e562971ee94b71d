/**
 * The list of entries, without growing for ever: the newest invocations entry by entry, what came before
 * them as totals. A tariff rounds each invocation by itself, so a bill cannot be made from totals: who
 * keeps a bill adds each usage record when it is told.
 */
import { KEPT_INVOCATIONS } from '../contract/lab-defaults.ts';
import type { Entry, InvocationOutcome, LogEntry, OlderTotals } from './types.ts';

/** Room for the texts of all kept log lines together; of older ones only the number is kept. */
const KEPT_LOG_BYTES = 32 * 1024 * 1024;
const BYTES_PER_CHARACTER = 2;
/** About what a line takes in memory beside its text. */
const BYTES_PER_LINE = 64;

const US_PER_MS = 1000;

export class History {
  readonly #keptInvocations: number;
  /** `#entries[0]` is entry number `#forgotten` since the beginning; those before `#start` are forgotten too. */
  #entries: Entry[] = [];
  #start = 0;
  #forgotten = 0;
  /** Invocations of which the end is in the list. */
  #kept = 0;
  #logBytes = 0;
  /** Number, since the beginning, of the first entry that may still be a log with lines. */
  #firstLog = 0;
  #totals = {
    invocations: 0,
    throttled: 0,
    coldStarts: 0,
    durationUs: 0,
    initUs: 0,
    outcomes: noOutcomes(),
  };

  constructor(keptInvocations: number = KEPT_INVOCATIONS) {
    this.#keptInvocations = keptInvocations;
  }

  add(entry: Entry): void {
    // Whoever wants to keep what was written has heard it: 20,000 values of 400 KB are more than a page has.
    this.#entries.push(entry.type === 'stored' ? { ...entry, value: null } : entry);
    if (entry.type === 'log') {
      this.#logBytes += weightBytes(entry);
      while (this.#logBytes > KEPT_LOG_BYTES) this.#emptyOldestLog();
    } else if (isLastOfInvocation(entry)) {
      this.#kept += 1;
      while (this.#kept > this.#keptInvocations) this.#forgetOldest();
    }
  }

  /** What is kept, oldest first. */
  entries(): readonly Entry[] {
    return this.#entries.slice(this.#start);
  }

  /** Keeps totals alone. */
  forgetAll(): void {
    while (this.#start < this.#entries.length) this.#forgetOldest();
    this.#forgotten += this.#entries.length;
    this.#entries = [];
    this.#start = 0;
  }

  older(): OlderTotals {
    const { durationUs, initUs, outcomes, ...counts } = this.#totals;
    return {
      ...counts,
      outcomes: { ...outcomes },
      durationMs: durationUs / US_PER_MS,
      initMs: initUs / US_PER_MS,
    };
  }

  #forgetOldest(): void {
    const entry = this.#entries[this.#start];
    if (entry === undefined) return;
    this.#start += 1;
    this.#addToTotals(entry);
    if (entry.type === 'log') this.#logBytes -= weightBytes(entry);
    if (isLastOfInvocation(entry)) this.#kept -= 1;
    const isMostlyForgotten = this.#start > 1024 && this.#start * 2 > this.#entries.length;
    if (isMostlyForgotten) {
      this.#entries = this.#entries.slice(this.#start);
      this.#forgotten += this.#start;
      this.#start = 0;
    }
  }

  #addToTotals(entry: Entry): void {
    const totals = this.#totals;
    if (entry.type === 'throttled') totals.throttled += 1;
    if (entry.type !== 'invocationEnded') return;
    totals.invocations += 1;
    totals.outcomes[entry.outcome] += 1;
    totals.coldStarts += entry.isCold ? 1 : 0;
    totals.durationUs += Math.round(entry.usage.durationMs * US_PER_MS);
    totals.initUs += Math.round((entry.usage.initMs ?? 0) * US_PER_MS);
  }

  #emptyOldestLog(): void {
    const index = Math.max(this.#firstLog - this.#forgotten, this.#start);
    const entry = this.#entries[index];
    if (entry?.type === 'log') {
      this.#logBytes -= weightBytes(entry);
      this.#entries[index] = { ...entry, lines: [], dropped: entry.dropped + entry.lines.length };
    }
    this.#firstLog = index + this.#forgotten + 1;
  }
}

function isLastOfInvocation(entry: Entry): boolean {
  return entry.type === 'invocationEnded' || entry.type === 'throttled';
}

function weightBytes(entry: LogEntry): number {
  let bytes = 0;
  for (const { text } of entry.lines) bytes += text.length * BYTES_PER_CHARACTER + BYTES_PER_LINE;
  return bytes;
}

function noOutcomes(): Record<InvocationOutcome, number> {
  return { ok: 0, error: 0, timeout: 0, crash: 0, initFailed: 0, cancelled: 0 };
}
