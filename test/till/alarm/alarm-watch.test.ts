/** An alarm on the bill: when it rings, and what was spent by then. The bill itself is reckoned by `receipt`, the long way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatios, ratioOf, receipt } from '../../../src/billing/index.ts';
import type { AlarmTerms, Heard } from '../../../src/till/alarm/alarm-terms.ts';
import { AlarmWatch } from '../../../src/till/alarm/alarm-watch.ts';
import { labChoice } from '../../../src/till/prices/lab-choice.ts';
import { anyRecord, loadTariffs } from '../../billing/support.ts';

const tariffs = loadTariffs();
const anyChoice = fc
  .tuple(fc.constantFrom(...tariffs), fc.boolean())
  .map(([tariff, freeTier]) => ({ tariff, options: { freeTier } }));

/** Calls in the order in which they ended, many of them at one moment. */
const anyCalls: fc.Arbitrary<readonly Heard[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.option(anyRecord, { freq: 5 })), { maxLength: 25 })
  .map((all) =>
    all
      .map(
        ([second, usage]): Heard => ({
          atMs: second * 1_000,
          outcome: usage === null ? 'refused' : 'ok',
          usage,
        }),
      )
      .sort((a, b) => a.atMs - b.atMs),
  );

const anyTerms: fc.Arbitrary<AlarmTerms> = fc.record({
  on: fc.constant('usd' as const),
  above: fc.constantFrom('0', '0.0000002', '0.0001', '0.1', '1', '25', '4000'),
  lateMs: fc.constantFrom(0, 1, 1_000, 5_000),
  stops: fc.boolean(),
});

type Choice = typeof labChoice;
const spent = (calls: readonly Heard[], { tariff, options }: Choice) =>
  receipt(
    tariff,
    calls.flatMap(({ usage }) => usage ?? []),
    options,
  ).totalUsd;
const isOver = (usd: string, above: string) =>
  compareRatios(ratioOf(usd, 'usd'), ratioOf(above, 'above')) > 0;
const callsOf = (calls: readonly Heard[]) =>
  calls.reduce((sum, { usage }) => sum + (usage === null ? 0 : (usage.count ?? 1)), 0);

function watched(terms: AlarmTerms, by: Choice, calls: readonly Heard[], untilMs = 1e9) {
  const watch = new AlarmWatch(terms, by, [], 0);
  for (const call of calls) watch.hear(call);
  watch.look(untilMs);
  return watch.standing;
}

describe('an alarm on the bill', () => {
  test('is crossed at the first moment at which the bill is over the amount, under any tariff', () => {
    fc.assert(
      fc.property(anyTerms, anyChoice, anyCalls, (terms, by, calls) => {
        const { crossed } = watched(terms, by, calls);
        const moments = [...new Set([0, ...calls.map(({ atMs }) => atMs)])];
        const first = moments.find((atMs) =>
          isOver(
            spent(
              calls.filter((call) => call.atMs <= atMs),
              by,
            ),
            terms.above,
          ),
        );
        expect(crossed?.atMs).toBe(first);
        if (crossed !== null) expect(isOver(crossed.usd, terms.above)).toBe(true);
      }),
    );
  });

  test('rings as late as the figures come in, with all that was spent by then', () => {
    fc.assert(
      fc.property(anyTerms, anyChoice, anyCalls, (terms, by, calls) => {
        const { crossed, rung } = watched(terms, by, calls);
        expect(rung === null).toBe(crossed === null);
        if (crossed === null) return;
        const atMs = crossed.atMs + terms.lateMs;
        const until = calls.filter((call) => call.atMs <= atMs);
        expect(rung).toEqual({ atMs, calls: callsOf(until), usd: spent(until, by) });
      }),
    );
  });

  test('rings once, and what comes later changes nothing of it', () => {
    fc.assert(
      fc.property(anyTerms, anyCalls, anyCalls, (terms, calls, later) => {
        const watch = new AlarmWatch(terms, labChoice, [], 0);
        for (const call of calls) watch.hear(call);
        watch.look(1e6);
        const { standing } = watch;
        for (const call of later) watch.hear({ ...call, atMs: call.atMs + 1e6 });
        watch.look(1e9);
        if (standing.rung !== null) expect(watch.standing).toBe(standing);
      }),
    );
  });

  test('rings the same whatever came first of one moment, and however often somebody looked', () => {
    fc.assert(
      fc.property(anyTerms, anyCalls, fc.boolean(), (terms, calls, looks) => {
        const turned = [...Map.groupBy(calls, ({ atMs }) => atMs).values()].flatMap((same) =>
          same.toReversed(),
        );
        const watch = new AlarmWatch(terms, labChoice, [], 0);
        for (const call of turned) {
          if (looks) watch.look(call.atMs - 0.5);
          watch.hear(call);
        }
        watch.look(1e9);
        const straight = watched(terms, labChoice, calls);
        expect(watch.standing.rung).toEqual(straight.rung);
        expect(watch.standing.crossed?.atMs).toBe(straight.crossed?.atMs);
      }),
    );
  });

  test('is exact: a bill that is the amount to the last digit is not over it', () => {
    const usage = { durationMs: 100, memoryMb: 128 };
    const tenCalls = Array.from({ length: 10 }, (_, at): Heard => ({ atMs: at, outcome: 'ok', usage }));
    const above = spent(tenCalls, labChoice);
    const terms = { on: 'usd', above, lateMs: 0, stops: false } as const;
    expect(watched(terms, labChoice, tenCalls).crossed).toBeNull();
    const [first] = tenCalls;
    if (!first) throw new Error('there are ten');
    expect(watched(terms, labChoice, [...tenCalls, { ...first, atMs: 10 }]).crossed).toMatchObject({
      atMs: 10,
      calls: 11,
    });
  });

  test('that is set on a bill which is over it already is crossed as it is set', () => {
    const terms = { on: 'usd', above: '0', lateMs: 5_000, stops: false } as const;
    const usage = { durationMs: 1, memoryMb: 128, count: 7 };
    const watch = new AlarmWatch(terms, labChoice, [{ usage }], 300);
    expect(watch.standing.crossed).toMatchObject({ atMs: 300, calls: 7 });
    watch.look(5_300);
    expect(watch.standing.rung).toBeNull();
    watch.look(5_300.1);
    expect(watch.standing.rung).toMatchObject({ atMs: 5_300, calls: 7 });
  });
});

const failed = (atMs: number): Heard => ({
  atMs,
  outcome: 'failed',
  usage: { durationMs: 1, memoryMb: 128 },
});
const took = (atMs: number, durationMs: number): Heard => ({
  atMs,
  outcome: 'ok',
  usage: { durationMs, memoryMb: 128 },
});

describe('an alarm on the last minute', () => {
  const onFailed = { on: 'failed', above: '2', lateMs: 0, stops: false } as const;

  test('hears of more failures than that within a minute, and of no others', () => {
    const apart = [0, 30_000, 60_000, 90_000, 120_000].map(failed);
    expect(watched(onFailed, labChoice, apart).crossed).toBeNull();
    const close = [...apart, failed(130_000)];
    expect(watched(onFailed, labChoice, close).crossed?.atMs).toBe(130_000);
    const others = apart.map((heard) => ({ ...heard, atMs: 1, outcome: 'ok' as const }));
    expect(watched(onFailed, labChoice, others).crossed).toBeNull();
  });

  test('counts what was refused, which is on no bill', () => {
    const refused = [1, 2, 3].map((atMs): Heard => ({ atMs, outcome: 'refused', usage: null }));
    const { crossed } = watched({ ...onFailed, on: 'refused' }, labChoice, refused);
    expect(crossed).toEqual({ atMs: 3, calls: 0, usd: '0' });
  });

  test('holds what it counted of a minute, whatever came before: as by looking through all of it', () => {
    const times = fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (unsorted) => {
        const all = unsorted.toSorted((a, b) => a - b);
        const first = all.find(
          (atMs, at) => all.slice(0, at + 1).filter((one) => one > atMs - 60_000).length > 2,
        );
        expect(watched(onFailed, labChoice, all.map(failed)).crossed?.atMs).toBe(first);
      }),
    );
  });

  test('is over a p95 when more than one in twenty of a minute is', () => {
    const onSlow = { on: 'p95', above: '100', lateMs: 0, stops: false } as const;
    const fast = Array.from({ length: 38 }, (_, at) => took(at, 20));
    expect(watched(onSlow, labChoice, [...fast, took(40, 900), took(41, 900)]).crossed).toBeNull();
    const three = [...fast, took(40, 900), took(41, 900), took(42, 900)];
    expect(watched(onSlow, labChoice, three).crossed?.atMs).toBe(42);
    // Nineteen slow calls are too few to say anything about.
    const few = Array.from({ length: 19 }, (_, at) => took(at, 900));
    expect(watched(onSlow, labChoice, few).crossed).toBeNull();
    expect(watched(onSlow, labChoice, [...few, took(20, 900)]).crossed?.atMs).toBe(20);
  });
});
