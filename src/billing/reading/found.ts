/** What one piece of a log gives: usage that it tells of, or what is wrong with it. */
import type { UsageRecord } from '../usage.ts';
import type { UsageErrorCode } from '../usage-error.ts';
import { momentOf } from './moment.ts';

export type ReadingProblemCode =
  | UsageErrorCode
  | 'UNREADABLE_REPORT'
  /** A line of Workers or of Cloud Logging without the time that a bill needs. */
  | 'NO_TIME'
  /** Bytes of memory that are no whole number of megabytes. */
  | 'NOT_MEGABYTES'
  /** A piece that should be JSON and is not. */
  | 'NOT_JSON'
  /** JSON, but no object with the fields of a record. */
  | 'NOT_A_RECORD'
  | 'MISSING_COLUMNS'
  /** The same name twice: whose number counts, nobody knows. */
  | 'NAMED_TWICE'
  /** A quote that opens and never closes. */
  | 'OPEN_QUOTE'
  /** The text ends in the middle of a list or an object. */
  | 'CUT_OFF'
  /** One line or object of many megabytes. */
  | 'PIECE_TOO_LARGE'
  /** What is no text, with the kind of file in `field`: `zip`, `parquet`, …, or empty when nobody knows. */
  | 'NO_TEXT'
  | 'GZIP_BROKEN'
  /** Nothing in it that any of the forms knows. */
  | 'NOTHING_FOUND';

export type Cloud = 'aws' | 'azure' | 'google' | 'cloudflare';

export interface Found {
  readonly record: UsageRecord;
  /** Whose log it is; null for our own columns and names. */
  readonly cloud: Cloud | null;
  /** What the platform itself says it billed, ms; null when it does not say. */
  readonly billedMs: number | null;
  /** Restoring a snapshot is billed by rules that we do not have. */
  readonly isRestored: boolean;
  /** The log does not tell the memory: `memoryMb` is what the reader of it was told to take. */
  readonly isMemoryAssumed: boolean;
  /** When it was, ms since 1970; null when the log does not say. */
  readonly atMs: number | null;
}

export interface Refusal {
  readonly code: ReadingProblemCode;
  /** Which field; empty when it is the whole piece. */
  readonly field: string;
}

export type Item = Found | Refusal;

/** What a reader of pieces is told, and whom it tells. */
export interface Means {
  /** Taken for calls of a log that does not tell their memory. */
  readonly memoryMb: number;
  /** Hears of a column or field that no record has. */
  readonly unknown: (name: string) => void;
}

export const NOTHING: readonly Item[] = [];

export function refusal(code: ReadingProblemCode, field = ''): Refusal {
  return { code, field };
}

/** A record without anything else to tell. */
export function plain(record: UsageRecord, cloud: Cloud | null = null): Found {
  return { record, cloud, billedMs: null, isRestored: false, isMemoryAssumed: false, atMs: null };
}

/** The same, at the moment that stands beside it; what has one of its own keeps that, and our own columns have none. */
export function dated(items: readonly Item[], moment: unknown): readonly Item[] {
  if (items.length === 0) return items;
  const atMs = momentOf(moment);
  if (atMs === null) return items;
  return items.map((item) => {
    const isWithout = 'code' in item || item.cloud === null || item.atMs !== null;
    return isWithout ? item : { ...item, atMs };
  });
}

/** A number, or text that is exactly one, as exports write numbers: `12.5`, `1.28E8`. Anything else is null. */
export function amountOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

/** An object's own field; undefined for what it only inherits, and for what is no object. */
export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
