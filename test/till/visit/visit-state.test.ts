/** Copies of a visit become one in any order, and whatever lies in storage can be read and billed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receipt } from '../../../src/billing/index.ts';
import { MAX_DURATION_MS } from '../../../src/billing/usage.ts';
import { tariffs } from '../../../src/till/prices/all-prices.ts';
import { broughtBack, mergeVisits, startedOver } from '../../../src/till/visit/merge-visits.ts';
import { parseVisit } from '../../../src/till/visit/read-visit.ts';
import { clockAt, newVisit, printVisit, type Visit, withRuns } from '../../../src/till/visit/visit-state.ts';
import { anyUsage, anyVisit } from './any-visit.ts';

const counts = ({ purchases }: Visit) =>
  new Map([...purchases].map(([key, { usage }]) => [key, usage.count]));

test('three copies become the same visit, in whichever order and however often they are put together', () => {
  fc.assert(
    fc.property(anyVisit, anyVisit, anyVisit, (a, b, c) => {
      expect(mergeVisits(a, b)).toEqual(mergeVisits(b, a));
      expect(mergeVisits(mergeVisits(a, b), c)).toEqual(mergeVisits(a, mergeVisits(b, c)));
      expect(mergeVisits(a, a)).toEqual(a);
      expect(mergeVisits(mergeVisits(a, b), a)).toEqual(mergeVisits(a, b));
    }),
  );
});

test('two copies of one receipt become one with all that either had', () => {
  fc.assert(
    fc.property(anyVisit, anyVisit, fc.nat({ max: 10 }), (a, other, nowMs) => {
      const b = { ...other, number: a.number };
      const both = mergeVisits(a, b);
      const ranMs = ({ clock }: Visit) => clockAt(clock, nowMs).ranMs;
      expect(ranMs(both)).toBe(Math.max(ranMs(a), ranMs(b)));
      for (const one of [a, b]) {
        for (const [key, count] of counts(one)) expect(counts(both).get(key)).toBeGreaterThanOrEqual(count);
        expect(both.clock.ranMs).toBeGreaterThanOrEqual(one.clock.ranMs);
      }
    }),
  );
});

test('an older copy adds nothing, whatever ran since', () => {
  fc.assert(
    fc.property(anyVisit, fc.array(anyUsage), fc.nat(), (before, usages, laterMs) => {
      const atMs = before.clock.atMs + laterMs;
      const ran = withRuns({ ...before, clock: clockAt(before.clock, atMs) }, 'Groet', usages);
      for (const after of [ran, startedOver(ran, atMs), broughtBack(ran, startedOver(ran, atMs), atMs)]) {
        expect(mergeVisits(before, after)).toEqual(after);
      }
    }),
  );
});

test('a receipt that is taken back has its own runs and those that came since', () => {
  const first = withRuns(newVisit(0), 'Groet', [{ durationMs: 1, memoryMb: 128, count: 2 }]);
  const second = withRuns(startedOver(first, 10), 'Groet', [{ durationMs: 1, memoryMb: 128 }]);
  const back = broughtBack(first, second, 30);
  expect([...counts(back).values()]).toEqual([3]);
  expect(back.clock).toEqual({ ranMs: 30, atMs: 30 });
});

test('the server’s clock never falls, also when the wall’s clock is set back, and goes on from there', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1e6 }), { minLength: 1 }), (moments) => {
      let clock = { ranMs: 0, atMs: moments[0] ?? 0 };
      for (const atMs of moments) {
        const next = clockAt(clock, atMs);
        expect(next.ranMs).toBe(clock.ranMs + Math.max(0, atMs - clock.atMs));
        clock = next;
      }
    }),
  );
  expect(clockAt({ ranMs: 1, atMs: 0 }, 1e300).ranMs).toBe(MAX_DURATION_MS);
});

test('what was stored comes back', () => {
  fc.assert(
    fc.property(anyVisit, (visit) => {
      expect(parseVisit(printVisit(visit), 99)).toEqual(visit);
    }),
  );
});

/** Values that a text can hold, and that nobody of us wrote. */
const hostile = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(-1, 0, 0.5, 1e300, Number.MAX_SAFE_INTEGER, '1', null, [], {}, true),
);
const fields = {
  durationMs: fc.oneof(fc.constant(1), hostile),
  memoryMb: fc.oneof(fc.constant(128), hostile),
  count: fc.oneof(fc.constant(1), hostile),
};
const anyStored = fc.record({
  v: fc.constant(2),
  number: hostile,
  ranMs: hostile,
  atMs: hostile,
  purchases: fc.oneof(
    hostile,
    fc.array(
      fc.record({
        title: fc.oneof(fc.constant('Groet'), hostile),
        usage: fc.record(
          {
            ...fields,
            initMs: hostile,
            cpuMs: hostile,
            memoryUsedMb: hostile,
            instanceMs: hostile,
            vcpu: hostile,
            responseBytes: hostile,
            activePeriodId: hostile,
            reserved: hostile,
            onReserved: hostile,
            other: hostile,
          },
          { requiredKeys: ['durationMs', 'memoryMb', 'count'] },
        ),
      }),
    ),
  ),
});

test('any text is read without an error, and all that is taken from it can be billed under every tariff', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyStored.map((value) => JSON.stringify(value)),
        fc.string(),
      ),
      (text) => {
        const visit = parseVisit(text, 5);
        if (visit === null) return;
        expect(parseVisit(printVisit(visit), 5)).toEqual(visit);
        expect(clockAt(visit.clock, 6).ranMs).toBeLessThanOrEqual(MAX_DURATION_MS);
        const usages = [...visit.purchases.values()].map(({ usage }) => usage);
        for (const tariff of tariffs) receipt(tariff, usages, { freeTier: false });
      },
    ),
  );
});

test.each([
  ['a record without time', { title: 'a', usage: { memoryMb: 128, count: 1 } }],
  ['CPU time as text', { title: 'a', usage: { durationMs: 1, memoryMb: 128, count: 1, cpuMs: '5' } }],
  ['half a megabyte', { title: 'a', usage: { durationMs: 1, memoryMb: 0.5, count: 1 } }],
  ['half a run', { title: 'a', usage: { durationMs: 1, memoryMb: 128, count: 0.5 } }],
  ['no run', { title: 'a', usage: { durationMs: 1, memoryMb: 128, count: 0 } }],
  ['more runs than a tab can do', { title: 'a', usage: { durationMs: 1, memoryMb: 128, count: 1e15 } }],
  ['a title that is none', { title: {}, usage: { durationMs: 1, memoryMb: 128, count: 1 } }],
  ['a title without end', { title: 'a'.repeat(1e5), usage: { durationMs: 1, memoryMb: 128, count: 1 } }],
  ['no record', 'a'],
])('%s is left out, and what stands beside it stays', (_, wrong) => {
  const right = { title: 'Groet', usage: { durationMs: 1, memoryMb: 128, count: 2 } };
  const stored = { v: 2, number: 3, ranMs: 1, atMs: 2, purchases: [wrong, right] };
  const visit = parseVisit(JSON.stringify(stored), 5);
  expect([...(visit?.purchases.values() ?? [])]).toEqual([right]);
  expect(visit).toMatchObject({ number: 3, clock: { ranMs: 1, atMs: 2 } });
});

test('a clock or a number that cannot be is begun anew; the runs stay', () => {
  const right = { title: 'Groet', usage: { durationMs: 1, memoryMb: 128, count: 2 } };
  for (const wrong of [-1, '1', null, 1e99]) {
    const stored = { v: 2, number: wrong, ranMs: wrong, atMs: 2, purchases: [right] };
    const visit = parseVisit(JSON.stringify(stored), 5);
    expect(visit).toMatchObject({ number: 1, clock: { ranMs: 0, atMs: 5 } });
    expect(visit?.purchases.size).toBe(1);
  }
});

test('under one tariff no run makes a visit cheaper', () => {
  fc.assert(
    fc.property(fc.array(anyUsage, { maxLength: 5 }), anyUsage, fc.boolean(), (usages, more, freeTier) => {
      for (const tariff of tariffs) {
        const totalOf = (all: typeof usages) => Number(receipt(tariff, all, { freeTier }).totalUsd);
        expect(totalOf([...usages, more]), tariff.id).toBeGreaterThanOrEqual(totalOf(usages));
      }
    }),
  );
});
