/** When two records are the same use: it decides which runs are counted together instead of listed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameUseKey, type UsageRecord } from '../../src/billing/index.ts';
import { anyWholeRecord } from './support.ts';

/** Another value for each field but `count`; the compiler asks here about a new one. */
const others: Readonly<Required<Omit<UsageRecord, 'count'>>> = {
  durationMs: 900_001,
  memoryMb: 10_241,
  initMs: 900_001,
  cpuMs: 900_001,
  memoryUsedMb: 10_241,
  instanceMs: 900_001,
  vcpu: 7,
  responseBytes: 20_000_001,
  activePeriodId: 'd',
  reserved: true,
  onReserved: true,
};
const anyField = fc.constantFrom(...(Object.keys(others) as (keyof typeof others)[]));

test('a record that differs in any one field is another use', () => {
  fc.assert(
    fc.property(anyWholeRecord, anyField, (record, field) => {
      const plain = { ...record, reserved: false, onReserved: false };
      const other = { ...plain, [field]: others[field] };
      expect(sameUseKey(other)).not.toBe(sameUseKey(plain));
    }),
  );
});

test('a field that is absent makes another use than one that is there', () => {
  fc.assert(
    fc.property(anyWholeRecord, anyField, (record, field) => {
      const { [field]: _, ...absent } = { ...record, ...others };
      expect(sameUseKey(absent as UsageRecord)).not.toBe(sameUseKey({ ...record, ...others }));
    }),
  );
});

test('how many there were, and in which order a record says it, change nothing', () => {
  fc.assert(
    fc.property(anyWholeRecord, fc.nat(), (record, count) => {
      const turned = Object.fromEntries(Object.entries({ ...record, count }).reverse());
      expect(sameUseKey(turned as unknown as UsageRecord)).toBe(sameUseKey(record));
    }),
  );
});

test('what a text says never looks like another field', () => {
  const run = { durationMs: 1, memoryMb: 128 };
  const keys = [
    run,
    { ...run, activePeriodId: 'null' },
    { ...run, activePeriodId: '' },
    { ...run, activePeriodId: '",true' },
    { ...run, activePeriodId: '"', reserved: true },
    { ...run, initMs: 0 },
  ].map(sameUseKey);
  expect(new Set(keys).size).toBe(keys.length);
});
