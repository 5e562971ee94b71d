/** Visits of any kind, for laws. */
import fc from 'fast-check';
import type { UsageRecord } from '../../../src/billing/usage.ts';
import { newVisit, type Visit, withRuns } from '../../../src/till/visit/visit-state.ts';

/** Few different ones, so that two visits often have the same. */
export const anyUsage: fc.Arbitrary<UsageRecord> = fc.record(
  {
    durationMs: fc.constantFrom(0.1, 1, 3_000),
    memoryMb: fc.constantFrom(128, 1_024),
    initMs: fc.constantFrom(0, 14.2),
    count: fc.integer({ min: 1, max: 3 }),
    activePeriodId: fc.constantFrom('een', 'twee'),
    onReserved: fc.boolean(),
  },
  { requiredKeys: ['durationMs', 'memoryMb'] },
);

const anyRun = fc.tuple(fc.constantFrom('Groet', 'Tel'), anyUsage);

export const anyVisit: fc.Arbitrary<Visit> = fc
  .record({
    number: fc.integer({ min: 1, max: 2 }),
    ranMs: fc.integer({ min: 0, max: 4 }),
    atMs: fc.integer({ min: 0, max: 4 }),
    runs: fc.array(anyRun, { maxLength: 6 }),
  })
  .map(({ number, ranMs, atMs, runs }) =>
    runs.reduce<Visit>((visit, [title, usage]) => withRuns(visit, title, [usage]), {
      ...newVisit(0),
      number,
      clock: { ranMs, atMs },
    }),
  );
