/** Whether a usage record can be: types end where JSON begins, and a record may come from a file or from storage. */
import {
  checkQuantity,
  fieldsOfUsage,
  MAX_COUNT,
  MAX_DURATION_MS,
  MAX_MEMORY_MB,
  MAX_VCPU,
  type UsageRecord,
} from './usage.ts';
import { UsageError } from './usage-error.ts';

/**
 * Fields that a tariff does not count are checked too: a record is right or wrong whatever the tariff.
 *
 * @throws UsageError `MISSING`, `NOT_A_NUMBER`, `NEGATIVE`, `NOT_AN_INTEGER`, `ZERO` (memory), `TOO_LARGE`,
 *   `NOT_A_CLAIM` (`reserved`, `onReserved`), `NOT_TEXT` (`activePeriodId`)
 */
export function checkUsage(record: UsageRecord): void {
  const { count = 1, initMs = 0, durationMs, memoryMb, cpuMs, memoryUsedMb } = record;
  const { instanceMs, vcpu, responseBytes, activePeriodId, reserved, onReserved } = record;
  checkWhole(count, 'count', MAX_COUNT);
  checkWhole(memoryMb, 'memoryMb', MAX_MEMORY_MB);
  if (memoryMb === 0) throw new UsageError('ZERO', 'memoryMb');
  if (memoryUsedMb !== undefined) checkQuantity(memoryUsedMb, 'memoryUsedMb', MAX_MEMORY_MB);
  if (vcpu !== undefined) checkQuantity(vcpu, 'vcpu', MAX_VCPU);
  if (responseBytes !== undefined) checkWhole(responseBytes, 'responseBytes', MAX_COUNT);
  if (activePeriodId !== undefined && typeof activePeriodId !== 'string') {
    throw new UsageError('NOT_TEXT', 'activePeriodId');
  }
  checkQuantity(durationMs, 'durationMs', MAX_DURATION_MS);
  checkQuantity(initMs, 'initMs', MAX_DURATION_MS);
  if (cpuMs !== undefined) checkQuantity(cpuMs, 'cpuMs', MAX_DURATION_MS);
  if (instanceMs !== undefined) checkQuantity(instanceMs, 'instanceMs', MAX_DURATION_MS);
  if (reserved !== undefined && typeof reserved !== 'boolean')
    throw new UsageError('NOT_A_CLAIM', 'reserved');
  if (onReserved !== undefined && typeof onReserved !== 'boolean') {
    throw new UsageError('NOT_A_CLAIM', 'onReserved');
  }
}

function checkWhole(value: number, field: string, most: number): void {
  checkQuantity(value, field, most);
  if (!Number.isInteger(value)) throw new UsageError('NOT_AN_INTEGER', field);
}

/**
 * A record of what was stored or sent: its fields and no others.
 *
 * @returns null for what no tariff could bill
 */
export function usageFrom(value: unknown): UsageRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = fieldsOfUsage.filter((field) => Object.hasOwn(value, field));
  const record = Object.fromEntries(
    known.map((field) => [field, (value as Partial<Record<string, unknown>>)[field]]),
  ) as unknown as UsageRecord;
  try {
    checkUsage(record);
    return record;
  } catch {
    return null;
  }
}
