/** The platform imports nothing of ours, so its usage has its own type; here the compiler compares the two. */
import { expect, test } from 'vitest';
import { readUsage, type UsageRecord } from '../../src/billing/index.ts';
import type { InvocationUsage } from '../../src/platform/index.ts';
import { Driver } from './drive.ts';

test('what the platform emits is a usage record that billing reads', () => {
  const driver = new Driver();
  driver.deploy();
  const cold = driver.runningCold();
  driver.settle(cold.instanceId, cold.invocationId, 5.125);
  const warm = driver.request();
  driver.settle(cold.instanceId, warm, 0);
  const usages: readonly InvocationUsage[] = driver.ends().map(({ usage }) => usage);
  const records: readonly UsageRecord[] = usages;
  expect(records).toEqual([
    { durationMs: 5.125, memoryMb: 128, initMs: 20 },
    { durationMs: 0, memoryMb: 128 },
  ]);
  for (const record of records) expect(() => readUsage(record)).not.toThrow();
});
