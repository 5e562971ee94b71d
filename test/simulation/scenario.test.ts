/** Which scenarios are let in, and what is said of those that are not: the path of the field, and why. */
import { describe, expect, test } from 'vitest';
import { readScenario, ScenarioError, sayScenarioError } from '../../src/simulation/index.ts';

const GOOD = {
  arrivals: { kind: 'poisson', perSecond: 0.9 },
  warmMs: { kind: 'exponential', mean: 1991 },
  coldMs: { kind: 'exponential', mean: 2244 },
  idleTimeoutMs: 600_000,
  concurrencyLimit: 1000,
  routing: 'newest-created',
  untilMs: 50_000_000,
  seed: 12345,
};

/** What is refused, as `field CODE`. */
function refusal(json: unknown): string {
  try {
    readScenario(json);
  } catch (error) {
    if (error instanceof ScenarioError) return `${error.field} ${error.code}`;
    throw error;
  }
  return 'let in';
}

test('what is not there counts as the form says', () => {
  expect(readScenario(GOOD)).toEqual({
    ...GOOD,
    perInstance: 1,
    skipMs: 0,
    memoryMb: 128,
    tariffs: [],
  });
});

test('every kind of traffic and of duration is let in as it was written', () => {
  const arrivals = [
    { kind: 'constant', everyMs: 10_000 },
    { kind: 'onOff', perSecond: 50, onMs: 60_000, offMs: 600_000 },
    { kind: 'day', perHour: Array.from({ length: 24 }, (_, hour) => hour) },
    { kind: 'day', perHour: Array(24).fill(0), peaks: [{ atMs: 36_000_000, calls: 1_000, overMs: 5_000 }] },
    { kind: 'trace', atMs: [0, 1, 1.5], durationsMs: [1, 2, 3] },
  ];
  for (const one of arrivals) expect(readScenario({ ...GOOD, arrivals: one }).arrivals).toEqual(one);
  const durations = [
    { kind: 'constant', mean: 0 },
    { kind: 'h2', mean: 5 },
    { kind: 'lognormal', mu: -1, sigma: 1.326 },
    { kind: 'weibull', k: 0.4176, lambda: 0.4217 },
    { kind: 'samples', values: [12.5, 13] },
  ];
  for (const one of durations) expect(readScenario({ ...GOOD, coldMs: one }).coldMs).toEqual(one);
});

describe('refused', () => {
  const timed = { ...GOOD, timeoutMs: 3000 };
  test.each<[string, unknown, string]>([
    ['no object', [], ' NOT_AN_OBJECT'],
    ['a missing field', { ...GOOD, idleTimeoutMs: undefined }, 'idleTimeoutMs MISSING'],
    ['a mistyped field', { ...GOOD, perinstance: 2 }, 'perinstance UNKNOWN_FIELD'],
    [
      'a field of another kind',
      { ...GOOD, arrivals: { kind: 'poisson', perSecond: 1, everyMs: 1 } },
      'arrivals.everyMs UNKNOWN_FIELD',
    ],
    [
      'a kind that is not there',
      { ...GOOD, arrivals: { kind: 'uniform', perSecond: 1 } },
      'arrivals.kind UNKNOWN_KIND',
    ],
    ['a routing that is not there', { ...GOOD, routing: 'fastest' }, 'routing UNKNOWN_KIND'],
    [
      'a rate of 10^9',
      { ...GOOD, arrivals: { kind: 'poisson', perSecond: 1e9 } },
      'arrivals.perSecond TOO_LARGE',
    ],
    ['a rate of 0', { ...GOOD, arrivals: { kind: 'poisson', perSecond: 0 } }, 'arrivals.perSecond ZERO'],
    ['a limit of 0', { ...GOOD, concurrencyLimit: 0 }, 'concurrencyLimit ZERO'],
    ['a limit of 1½', { ...GOOD, concurrencyLimit: 1.5 }, 'concurrencyLimit NOT_AN_INTEGER'],
    ['a negative idle timeout', { ...GOOD, idleTimeoutMs: -1 }, 'idleTimeoutMs NEGATIVE'],
    ['no number', { ...GOOD, seed: Number.NaN }, 'seed NOT_A_NUMBER'],
    ['a number in quotes', { ...GOOD, untilMs: '1000' }, 'untilMs NOT_A_NUMBER'],
    [
      'an infinite mean in JSON',
      { ...GOOD, warmMs: JSON.parse('{ "kind": "exponential", "mean": 1e999 }') },
      'warmMs.mean NOT_A_NUMBER',
    ],
    [
      'an infinite mean of a lognormal',
      { ...GOOD, coldMs: { kind: 'lognormal', mu: 0, sigma: 40 } },
      'coldMs INFINITE_MEAN',
    ],
    [
      'an infinite mean of a Weibull',
      { ...GOOD, warmMs: { kind: 'weibull', k: 0.001, lambda: 1 } },
      'warmMs INFINITE_MEAN',
    ],
    [
      'durations longer than the timeout',
      { ...timed, warmMs: { kind: 'constant', mean: 3001 } },
      'warmMs LONGER_THAN_TIMEOUT',
    ],
    ['more calls than end', { ...GOOD, untilMs: 4e12 }, 'untilMs TOO_MANY_CALLS'],
    [
      'a day of 23 hours',
      { ...GOOD, arrivals: { kind: 'day', perHour: Array(23).fill(1) } },
      'arrivals.perHour WRONG_LENGTH',
    ],
    [
      'a day without calls',
      { ...GOOD, arrivals: { kind: 'day', perHour: Array(24).fill(0) } },
      'arrivals.perHour TOO_SMALL',
    ],
    [
      'a peak that takes no time',
      {
        ...GOOD,
        arrivals: { kind: 'day', perHour: Array(24).fill(1), peaks: [{ atMs: 0, calls: 1, overMs: 0 }] },
      },
      'arrivals.peaks.0.overMs ZERO',
    ],
    [
      'a hole in a day',
      { ...GOOD, arrivals: { kind: 'day', perHour: [1, null, ...Array(22).fill(1)] } },
      'arrivals.perHour.1 NOT_A_NUMBER',
    ],
    [
      'bursts that never hold a call',
      { ...GOOD, arrivals: { kind: 'onOff', perSecond: 1e-6, onMs: 1, offMs: 1 } },
      'arrivals.onMs TOO_SMALL',
    ],
    [
      'a trace that goes back',
      { ...GOOD, arrivals: { kind: 'trace', atMs: [1, 3, 2] } },
      'arrivals.atMs.2 UNSORTED',
    ],
    [
      'a negative moment',
      { ...GOOD, arrivals: { kind: 'trace', atMs: [-1, 3] } },
      'arrivals.atMs.0 NEGATIVE',
    ],
    [
      'a trace that nobody can open',
      { ...GOOD, arrivals: { kind: 'trace', file: 'a.csv' } },
      'arrivals.file NO_SUCH_FILE',
    ],
    ['no samples', { ...GOOD, warmMs: { kind: 'samples', values: [] } }, 'warmMs.values WRONG_LENGTH'],
    ['more provisioned than the limit', { ...GOOD, provisioned: 1001 }, 'provisioned TOO_LARGE'],
    ['pings without end', { ...GOOD, keepWarm: { everyMs: 0, instances: 1 } }, 'keepWarm.everyMs ZERO'],
  ])('%s', (_, json, expected) => {
    expect(refusal(json)).toBe(expected);
  });
});

test('a reader gets a sentence with the field', () => {
  expect(sayScenarioError(new ScenarioError('ZERO', 'concurrencyLimit'))).toBe(
    '`concurrencyLimit`: dit moet meer dan 0 zijn.',
  );
  expect(sayScenarioError(new ScenarioError('NEGATIVE', 'duration', { line: 12 }))).toBe(
    'Regel 12, `duration`: dit kan niet minder dan 0 zijn.',
  );
});
