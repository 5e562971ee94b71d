/**
 * Usage records: facts about what ran, in the one form that platform, shell and tests share, and how much of
 * anything a record may tell of.
 */
import { UsageError } from './usage-error.ts';

/** What one invocation used, or `count` invocations alike. Prices have no say in it. */
export interface UsageRecord {
  /** How many invocations like this one there were; 1 if absent. */
  readonly count?: number;
  /** How long the handler ran, on the host's clock. For `reserved`: how long it was kept ready. */
  readonly durationMs: number;
  /** Configured memory (1 GB = 1,024 MB). */
  readonly memoryMb: number;
  /** How long module scope ran before it: there for a cold start, 0 if absent. */
  readonly initMs?: number;
  /** CPU time; taken as `durationMs` where a tariff needs it and it is absent. */
  readonly cpuMs?: number;
  /** Memory as observed; taken as `memoryMb` where a tariff needs it and it is absent. */
  readonly memoryUsedMb?: number;
  /** Time that the instance was active, shared out when it served several at once; else `durationMs`. */
  readonly instanceMs?: number;
  /** Virtual CPUs of the instance, parts allowed. */
  readonly vcpu?: number;
  readonly responseBytes?: number;
  /** Which stretch of activity of an instance this was part of: minimum and step of instance time apply to that. */
  readonly activePeriodId?: string;
  /** No invocation: instances that were kept ready, `count` of them. */
  readonly reserved?: boolean;
  /** An invocation on an instance that was kept ready. */
  readonly onReserved?: boolean;
}

/**
 * Which fields make another use of it: all but how many there were. The compiler asks here about a new field, since runs
 * that differ in one and are counted together would be billed wrong without an error.
 */
const tellsApart = {
  count: false,
  durationMs: true,
  memoryMb: true,
  initMs: true,
  cpuMs: true,
  memoryUsedMb: true,
  instanceMs: true,
  vcpu: true,
  responseBytes: true,
  activePeriodId: true,
  reserved: true,
  onReserved: true,
} satisfies Record<keyof UsageRecord, boolean>;

export const fieldsOfUsage = Object.keys(tellsApart) as (keyof UsageRecord)[];
const fieldsOfUse = fieldsOfUsage.filter((field) => tellsApart[field]);

/**
 * The same use has the same key, another use another one, and `count` has no say in it: equal runs can be counted
 * instead of listed. A field that is absent differs from one that is 0, as it does to a tariff.
 */
export function sameUseKey(usage: UsageRecord): string {
  return JSON.stringify(fieldsOfUse.map((field) => usage[field]));
}

/** Longest span taken, about 32 years: its microseconds, doubled and rounded up, are still whole numbers. */
export const MAX_DURATION_MS = 1e12;
/** Most memory taken, a petabyte. */
export const MAX_MEMORY_MB = 1e9;
/** Most CPUs of one instance. */
export const MAX_VCPU = 1e6;
/** Most that anything else is taken as: beyond it a JavaScript number skips whole numbers. */
export const MAX_COUNT = Number.MAX_SAFE_INTEGER;
/** CPUs come in parts: a millionth is finer than any cloud rents. */
export const CPU_PARTS = 1_000_000;

/**
 * A span on a clock as whole microseconds, to the nearest one.
 *
 * @throws UsageError `MISSING`, `NOT_A_NUMBER`, `NEGATIVE`, `TOO_LARGE`
 */
export function microseconds(spanMs: number, field: string): number {
  checkQuantity(spanMs, field, MAX_DURATION_MS);
  return wholeMicroseconds(spanMs);
}

/** Of a span that was checked. */
export function wholeMicroseconds(spanMs: number): number {
  return Math.round(spanMs * 1000);
}

/** Types end where JSON begins, so this also catches what the compiler would have. */
export function checkQuantity(value: number, field: string, most: number): void {
  if (value >= 0 && value <= most && typeof value === 'number') return;
  if (value === undefined || value === null) throw new UsageError('MISSING', field);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UsageError('NOT_A_NUMBER', field);
  throw new UsageError(value < 0 ? 'NEGATIVE' : 'TOO_LARGE', field);
}
