/**
 * Usage records: facts about what ran, in the one form that platform, shell and tests share, and the
 * narrow door through which they come in: behind it every quantity is a whole number.
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

/** Longest span taken, about 32 years: its microseconds, doubled and rounded up, are still whole numbers. */
export const MAX_DURATION_MS = 1e12;
/** Most memory taken, a petabyte. */
export const MAX_MEMORY_MB = 1e9;
/** Most CPUs of one instance. */
const MAX_VCPU = 1e6;
/** Most that anything else is taken as: beyond it a JavaScript number skips whole numbers. */
export const MAX_COUNT = Number.MAX_SAFE_INTEGER;
/** CPUs come in parts: a millionth is finer than any cloud rents. */
export const CPU_PARTS = 1_000_000;

/** A record inside: whole numbers only; null for what it does not say. */
export interface Usage {
  readonly count: number;
  readonly durationUs: number;
  readonly initUs: number;
  readonly memoryMb: number;
  readonly cpuUs: number | null;
  readonly memoryUsedMb: number | null;
  readonly instanceUs: number | null;
  /** Millionths of a virtual CPU. */
  readonly vcpuParts: number | null;
  readonly responseBytes: number | null;
  readonly activePeriodId: string | null;
  readonly kind: 'invocation' | 'onReserved' | 'reserved';
}

/**
 * Takes a record in. A clock reading becomes a whole number of microseconds here, since
 * `Math.ceil(1100.4 - 915.4)` is 186 and a bill must not hang on that.
 *
 * Fields that a tariff does not count are checked too: a record is right or wrong whatever the tariff.
 *
 * @throws UsageError `MISSING`, `NOT_A_NUMBER`, `NEGATIVE`, `NOT_AN_INTEGER`, `ZERO` (memory), `TOO_LARGE`,
 *   `NOT_A_CLAIM` (`reserved`, `onReserved`), `NOT_TEXT` (`activePeriodId`)
 */
export function readUsage(record: UsageRecord): Usage {
  const { count = 1, initMs = 0, durationMs, memoryMb, cpuMs, memoryUsedMb } = record;
  const { instanceMs, vcpu, responseBytes, activePeriodId } = record;
  checkWhole(count, 'count', MAX_COUNT);
  checkWhole(memoryMb, 'memoryMb', MAX_MEMORY_MB);
  if (memoryMb === 0) throw new UsageError('ZERO', 'memoryMb');
  if (memoryUsedMb !== undefined) checkQuantity(memoryUsedMb, 'memoryUsedMb', MAX_MEMORY_MB);
  if (vcpu !== undefined) checkQuantity(vcpu, 'vcpu', MAX_VCPU);
  if (responseBytes !== undefined) checkWhole(responseBytes, 'responseBytes', MAX_COUNT);
  if (activePeriodId !== undefined && typeof activePeriodId !== 'string') {
    throw new UsageError('NOT_TEXT', 'activePeriodId');
  }
  return {
    count,
    durationUs: microseconds(durationMs, 'durationMs'),
    initUs: microseconds(initMs, 'initMs'),
    memoryMb,
    cpuUs: cpuMs === undefined ? null : microseconds(cpuMs, 'cpuMs'),
    memoryUsedMb: memoryUsedMb === undefined ? null : Math.ceil(memoryUsedMb),
    instanceUs: instanceMs === undefined ? null : microseconds(instanceMs, 'instanceMs'),
    vcpuParts: vcpu === undefined ? null : Math.round(vcpu * CPU_PARTS),
    responseBytes: responseBytes ?? null,
    activePeriodId: activePeriodId ?? null,
    kind: kindOf(record),
  };
}

function kindOf({ reserved = false, onReserved = false }: UsageRecord): Usage['kind'] {
  if (typeof reserved !== 'boolean') throw new UsageError('NOT_A_CLAIM', 'reserved');
  if (typeof onReserved !== 'boolean') throw new UsageError('NOT_A_CLAIM', 'onReserved');
  if (reserved) return 'reserved';
  return onReserved ? 'onReserved' : 'invocation';
}

/**
 * A span on a clock as whole microseconds, to the nearest one.
 *
 * @throws UsageError `MISSING`, `NOT_A_NUMBER`, `NEGATIVE`, `TOO_LARGE`
 */
export function microseconds(spanMs: number, field: string): number {
  checkQuantity(spanMs, field, MAX_DURATION_MS);
  return Math.round(spanMs * 1000);
}

function checkWhole(value: number, field: string, most: number): void {
  checkQuantity(value, field, most);
  if (!Number.isInteger(value)) throw new UsageError('NOT_AN_INTEGER', field);
}

/** Types end where JSON begins, so this also catches what the compiler would have. */
function checkQuantity(value: number, field: string, most: number): void {
  if (value >= 0 && value <= most && typeof value === 'number') return;
  if (value === undefined || value === null) throw new UsageError('MISSING', field);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new UsageError('NOT_A_NUMBER', field);
  throw new UsageError(value < 0 ? 'NEGATIVE' : 'TOO_LARGE', field);
}
