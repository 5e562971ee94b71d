/** The draws: the published first numbers, the published fits, and shapes that are what they say. */
import { describe, expect, test } from 'vitest';
import {
  arrivals,
  type Durations,
  expectedArrivals,
  meanMs,
  sampler,
  stream,
} from '../../src/simulation/index.ts';

const DRAWS = 100_000;

describe('a stream', () => {
  // mulberry32 as other simulators have it: a number is the output over 2^32.
  test.each([
    [12345, [4207900869, 1317490944, 2079646450]],
    [12346, [1669619971, 3466355970, 895361836]],
    [12347, [2861960630, 854940961, 4000591949]],
    [777, [2947974146, 147967715, 826297289]],
  ])('of seed %i begins with the published numbers', (seed, first) => {
    const random = stream(seed);
    expect(first.map(() => random.next() * 2 ** 32)).toEqual(first);
  });
});

/** The largest distance between the share of draws below a number and what the distribution says. */
function kolmogorov(draw: () => number, below: (ms: number) => number): number {
  const drawn = Float64Array.from({ length: DRAWS }, draw).sort();
  let most = 0;
  drawn.forEach((ms, at) => {
    most = Math.max(most, below(ms) - at / DRAWS, (at + 1) / DRAWS - below(ms));
  });
  return most;
}

/** Φ by the error function of Abramowitz and Stegun, 7.1.26: right to 1.5e-7. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(z / Math.SQRT2));
  const poly =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = 0.5 * poly * Math.exp((-z * z) / 2);
  return z < 0 ? tail : 1 - tail;
}

describe(`${DRAWS.toLocaleString('en')} draws lie within 0.005 of`, () => {
  // Cold starts of all regions, and the time between them: Huawei, EuroSys '25, figure 10.
  const huaweiStart: Durations = { kind: 'lognormal', mu: 0.2965, sigma: 1.326 };
  const huaweiBetween: Durations = { kind: 'weibull', k: 0.4176, lambda: 0.4217 };

  const firstPhase = (1 + Math.sqrt(3 / 5)) / 2;
  const shapes: readonly [string, Durations, (ms: number) => number][] = [
    [
      'the published lognormal of start times',
      huaweiStart,
      (ms) => normalShare((Math.log(ms / 1000) - 0.2965) / 1.326),
    ],
    [
      'the published Weibull between starts',
      huaweiBetween,
      (ms) => 1 - Math.exp(-((ms / 1000 / 0.4217) ** 0.4176)),
    ],
    ['an exponential', { kind: 'exponential', mean: 1991 }, (ms) => 1 - Math.exp(-ms / 1991)],
    [
      'two phases',
      { kind: 'h2', mean: 1991 },
      (ms) =>
        1 -
        firstPhase * Math.exp((-2 * firstPhase * ms) / 1991) -
        (1 - firstPhase) * Math.exp((-2 * (1 - firstPhase) * ms) / 1991),
    ],
  ];
  test.each(shapes)('%s', (_, durations, below) => {
    expect(kolmogorov(sampler(durations, stream(20_261_129)), below)).toBeLessThanOrEqual(0.005);
  });
});

test('the means of the published fits are the published means', () => {
  expect(meanMs({ kind: 'lognormal', mu: 0.2965, sigma: 1.326 })).toBeCloseTo(3240, -1);
  expect(meanMs({ kind: 'weibull', k: 0.4176, lambda: 0.4217 })).toBeCloseTo(1250, -1);
  // Γ(1 + 1/½) = 2, Γ(1 + 1) = 1: by hand.
  expect(meanMs({ kind: 'weibull', k: 0.5, lambda: 3 })).toBeCloseTo(6000, 6);
  expect(meanMs({ kind: 'weibull', k: 1, lambda: 3 })).toBeCloseTo(3000, 6);
});

test('two phases of mean 1 have variance 4', () => {
  const draw = sampler({ kind: 'h2', mean: 1 }, stream(3));
  const drawn = Array.from({ length: DRAWS }, draw);
  const mean = drawn.reduce((sum, one) => sum + one, 0) / DRAWS;
  const square = drawn.reduce((sum, one) => sum + one * one, 0) / DRAWS;
  expect(mean).toBeCloseTo(1, 1);
  expect(Math.abs(square - mean * mean - 4)).toBeLessThan(0.3);
});

test('however heavy the tail, a draw is a moment that a run can have', () => {
  for (const heavy of [
    { kind: 'weibull', k: 0.05, lambda: 1 },
    { kind: 'lognormal', mu: 0, sigma: 30 },
  ] as const) {
    const draw = sampler(heavy, stream(5));
    expect(Math.max(...Array.from({ length: 1000 }, draw))).toBe(4e12);
  }
});

test('samples are drawn as they are, each as often as another', () => {
  const draw = sampler({ kind: 'samples', values: [5, 7, 7, 9] }, stream(1));
  const counts = new Map<number, number>();
  for (let at = 0; at < DRAWS; at += 1) {
    const one = draw();
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([5, 7, 9]);
  expect((counts.get(7) ?? 0) / DRAWS).toBeCloseTo(0.5, 2);
});

describe('arrivals', () => {
  const upTo = (untilMs: number, next: () => number) => {
    const all: number[] = [];
    for (let at = next(); at < untilMs; at = next()) all.push(at);
    return all;
  };

  test('of a clock come at whole multiples, without drift', () => {
    const next = arrivals({ kind: 'constant', everyMs: 0.1 }, stream(1));
    for (let at = 1; at < 1_000_000; at += 1) next();
    expect(next()).toBe(100_000);
  });

  test('of Poisson begin after one interval, by the first number of the stream', () => {
    const next = arrivals({ kind: 'poisson', perSecond: 0.9 }, stream(12345));
    expect(next()).toBeCloseTo((-1000 / 0.9) * Math.log(1 - 4207900869 / 2 ** 32), 6);
  });

  test('of a drawn day come in the hours that were drawn, and again the next day', () => {
    const perHour = Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 6000 : hour === 9 ? 600 : 0));
    const all = upTo(2 * 86_400_000, arrivals({ kind: 'day', perHour }, stream(7)));
    const byHour = new Map<number, number>();
    for (const at of all) {
      const hour = Math.floor(at / 3_600_000);
      byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
    }
    expect([...byHour.keys()]).toEqual([9, 20, 33, 44]);
    // Four standard deviations of a Poisson number.
    for (const [hour, mean] of [
      [9, 600],
      [20, 6000],
      [33, 600],
      [44, 6000],
    ] as const) {
      expect(Math.abs((byHour.get(hour) ?? 0) - mean)).toBeLessThan(4 * Math.sqrt(mean));
    }
  });

  test('of a peak come on top of the day, once and only then, also where the peak begins within an hour', () => {
    const perHour = Array.from({ length: 24 }, () => 60);
    const peaks = [
      { atMs: 36_000_000.3, calls: 4_000, overMs: 5_000.7 },
      { atMs: 36_002_000, calls: 2_000, overMs: 7_200_000 },
    ];
    const all = upTo(3 * 86_400_000, arrivals({ kind: 'day', perHour, peaks }, stream(3)));
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    const between = (from: number, to: number) => all.filter((at) => at >= from && at < to).length;
    // Four standard deviations of a Poisson number.
    for (const [from, to, mean] of [
      [0, 36_000_000.3, 600],
      [36_000_000.3, 36_005_001, 4_000],
      [36_005_001, 43_202_000, 120 + 2_000],
      [43_202_000, 3 * 86_400_000, 3_600],
    ] as const) {
      expect(Math.abs(between(from, to) - mean), `${from}`).toBeLessThan(4 * Math.sqrt(mean));
    }
    expect(expectedArrivals({ kind: 'day', perHour, peaks }, 86_400_000)).toBe(24 * 60 + 6_000);
  });

  test('of a day without calls are those of its peaks, and then there is none', () => {
    const peaks = [{ atMs: 90_000_000, calls: 50, overMs: 1_000 }];
    const perHour = Array.from({ length: 24 }, () => 0);
    const next = arrivals({ kind: 'day', perHour, peaks }, stream(5));
    const all = upTo(Number.POSITIVE_INFINITY, next);
    expect(all.length).toBeGreaterThan(20);
    expect(all.every((at) => at >= 90_000_000 && at < 90_001_000)).toBe(true);
    expect(next()).toBe(Number.POSITIVE_INFINITY);
  });

  test('in bursts are as many as the share of time that is on, and far more scattered than Poisson', () => {
    const shape = { kind: 'onOff', perSecond: 100, onMs: 1000, offMs: 9000 } as const;
    const seconds = 20_000;
    const all = upTo(seconds * 1000, arrivals(shape, stream(11)));
    expect(all.length / seconds).toBeGreaterThan(9);
    expect(all.length / seconds).toBeLessThan(11);
    const perSecond = new Float64Array(seconds);
    for (const at of all) perSecond[Math.floor(at / 1000)] = (perSecond[Math.floor(at / 1000)] ?? 0) + 1;
    const mean = all.length / seconds;
    const variance = perSecond.reduce((sum, one) => sum + (one - mean) ** 2, 0) / seconds;
    expect(variance / mean).toBeGreaterThan(10);
  });

  test('of a trace are its moments, and then none', () => {
    const next = arrivals({ kind: 'trace', atMs: [0, 5, 5] }, stream(1));
    expect([next(), next(), next(), next(), next()]).toEqual([
      0,
      5,
      5,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });
});
