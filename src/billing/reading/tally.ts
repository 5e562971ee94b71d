/**
 * What was read so far, in a few numbers: records go on to whoever asked for them and are not kept, so that a log of any
 * size takes the same memory.
 */
import { readUsage, type Usage } from '../rounding.ts';
import type { UsageRecord } from '../usage.ts';
import { UsageError } from '../usage-error.ts';
import type { Cloud, Found, Item, ReadingProblemCode } from './found.ts';

export interface ReadingProblem {
  /** From 1. */
  readonly line: number;
  readonly code: ReadingProblemCode;
  /** Which field; empty when it is the whole line. */
  readonly field: string;
}

/** `report` is what AWS Lambda logs, in any of its forms; the other clouds go by their names. */
export type UsageFormat = 'report' | 'azure' | 'google' | 'cloudflare' | 'csv' | 'json' | 'json-lines';

export interface UsageReading {
  readonly format: UsageFormat;
  /** Whose log it is, by its first usage; null for our own columns and names. */
  readonly cloud: Cloud | null;
  /** Calls in it: the counts of its records, without instances that were kept ready. */
  readonly calls: number;
  readonly recordCount: number;
  /** The first of them. */
  readonly problems: readonly ReadingProblem[];
  readonly problemCount: number;
  /** Lines and pieces about something else, such as what a function logs itself. */
  readonly skipped: number;
  /** Columns and fields that no record has, the first of them. */
  readonly unknownColumns: readonly string[];
  /** Lines where the platform says that it billed other time than ceil(init + duration). */
  readonly billedOtherwise: number;
  /** Lines of a start from a snapshot, whose own price is not counted. */
  readonly restored: number;
  /** Calls of which the log does not tell the memory. */
  readonly memoryAssumed: number;
  /**
   * What the platform says that it billed, as records of whole milliseconds that sum to it: a bill of these is the one by the
   * platform's own count. Empty where it does not say.
   */
  readonly billed: readonly UsageRecord[];
  /** From the first call to the last, ms since 1970; null where the log does not tell of each when it was. */
  readonly span: Span | null;
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** More problems than a person reads are counted and not kept. */
const PROBLEMS_KEPT = 1_000;
const NAMES_KEPT = 50;

export class Tally {
  readonly #problems: ReadingProblem[] = [];
  readonly #unknown = new Set<string>();
  /** By memory, because time alone does not tell what it costs. */
  readonly #billed = new Map<number, { calls: number; ms: number }>();
  readonly #onRecord: (record: UsageRecord, usage: Usage) => void;
  #cloud: Cloud | null = null;
  #calls = 0;
  #recordCount = 0;
  #problemCount = 0;
  #skipped = 0;
  #billedOtherwise = 0;
  #restored = 0;
  #memoryAssumed = 0;
  #doesTellBilled = false;
  #undated = 0;
  #fromMs = Number.POSITIVE_INFINITY;
  #toMs = Number.NEGATIVE_INFINITY;

  /** @param onRecord may refuse it with a `UsageError`, as whoever counts it does: then it does not count here either */
  constructor(onRecord: (record: UsageRecord, usage: Usage) => void) {
    this.#onRecord = onRecord;
  }

  /** What a piece on that line gave; nothing is a piece about something else. */
  take(items: readonly Item[], line: number): void {
    if (items.length === 0) this.#skipped += 1;
    for (const item of items) {
      if ('code' in item) this.refuse(line, item.code, item.field);
      else this.#add(item, line);
    }
  }

  refuse(line: number, code: ReadingProblemCode, field = ''): void {
    this.#problemCount += 1;
    if (this.#problems.length < PROBLEMS_KEPT) this.#problems.push({ line, code, field });
  }

  unknown(name: string): void {
    if (this.#unknown.size < NAMES_KEPT && name.trim() !== '') this.#unknown.add(name);
  }

  #add(found: Found, line: number): void {
    let usage: Usage;
    try {
      usage = readUsage(found.record);
      this.#onRecord(found.record, usage);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.refuse(line, error.code, error.field);
      return;
    }
    const calls = usage.kind === 'reserved' ? 0 : usage.count;
    if (this.#recordCount === 0) this.#cloud = found.cloud;
    this.#recordCount += 1;
    this.#calls += calls;
    if (found.isRestored) this.#restored += 1;
    this.#addMoment(found.atMs);
    if (found.isMemoryAssumed) this.#memoryAssumed += calls;
    if (found.cloud === 'aws') this.#addBilled(found.billedMs, usage);
  }

  #addMoment(atMs: number | null): void {
    if (atMs === null) {
      this.#undated += 1;
      return;
    }
    if (atMs < this.#fromMs) this.#fromMs = atMs;
    if (atMs > this.#toMs) this.#toMs = atMs;
  }

  #addBilled(billedMs: number | null, { durationUs, initUs, memoryMb }: Usage): void {
    const expectedMs = Math.max(1, Math.ceil((durationUs + initUs) / 1_000));
    if (billedMs !== null) this.#doesTellBilled = true;
    if (billedMs !== null && billedMs !== expectedMs) this.#billedOtherwise += 1;
    const size = this.#billed.get(memoryMb);
    const ms = billedMs ?? expectedMs;
    if (size === undefined) this.#billed.set(memoryMb, { calls: 1, ms });
    else {
      size.calls += 1;
      size.ms += ms;
    }
  }

  /** @param container how its pieces are put together, for what names no cloud */
  reading(container: 'lines' | 'csv' | 'json' | 'json-lines'): UsageReading {
    if (this.#recordCount === 0 && this.#problemCount === 0) this.refuse(1, 'NOTHING_FOUND');
    const cloud = this.#cloud;
    return {
      format: formatOf(cloud, container),
      cloud,
      calls: this.#calls,
      recordCount: this.#recordCount,
      problems: this.#problems,
      problemCount: this.#problemCount,
      skipped: this.#skipped,
      unknownColumns: [...this.#unknown],
      billedOtherwise: this.#billedOtherwise,
      restored: this.#restored,
      memoryAssumed: this.#memoryAssumed,
      billed: this.#doesTellBilled ? [...this.#billed].flatMap(spread) : [],
      span: this.#recordCount > 0 && this.#undated === 0 ? { fromMs: this.#fromMs, toMs: this.#toMs } : null,
    };
  }
}

function formatOf(cloud: Cloud | null, container: 'lines' | 'csv' | 'json' | 'json-lines'): UsageFormat {
  if (cloud === 'aws') return 'report';
  if (cloud !== null) return cloud;
  return container === 'lines' ? 'report' : container;
}

/** So many calls of whole milliseconds that sum to exactly that: some of one length, the rest a millisecond longer. */
function spread([memoryMb, { calls, ms }]: [number, { calls: number; ms: number }]): UsageRecord[] {
  const least = Math.floor(ms / calls);
  const longer = ms - least * calls;
  return [
    { count: calls - longer, durationMs: least, memoryMb },
    { count: longer, durationMs: least + 1, memoryMb },
  ].filter(({ count }) => count > 0);
}
