/** Runs against exact theory: within three standard errors, which are measured on stretches of the run itself. */
import { describe, expect, test } from 'vitest';
import { cases } from '../support/laws.ts';
import { measure } from './batches.ts';
import { rowOf, rowsOf, scenarioOf } from './cases.ts';
import { runFading } from './fading-instances.ts';
import { busyAtMost, erlangB, markovChain, oneInstance } from './theory.ts';

const near = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));

/** What is left out of a chain without end, and out of its last rounds. */
const TRUNCATED = 2e-6;

const rows = (prefix: string) => rowsOf('analytic').filter(({ id }) => id.startsWith(prefix));

describe.each(rows('D-erlangB'))('$id', ({ inputs, expected, tolerance }) => {
  test('the formula', () => {
    const blocked = erlangB(inputs.c, inputs.offered_load);
    near(blocked, expected.p_reject, tolerance.function_rel);
    near(inputs.offered_load * (1 - blocked), expected.running_avg, tolerance.function_rel);
  });

  test.each(['exponential', 'h2', 'constant'])(
    'a run with %s durations, which make no difference',
    (kind) => {
      const scenario = {
        arrivals: { kind: 'poisson', perSecond: inputs.offered_load },
        warmMs: { kind, mean: 1000 },
        coldMs: { kind, mean: 1000 },
        idleTimeoutMs: 5000,
        concurrencyLimit: inputs.c,
        seed: 20_261,
      };
      const { pReject, running } = measure(scenario, { requests: 40_000, perSecond: inputs.offered_load });
      pReject.expectNear(expected.p_reject);
      running.expectNear(expected.running_avg);
    },
  );
});

describe.each(rows('D-mginf'))('$id', ({ inputs, expected, tolerance }) => {
  test('the formula', () => {
    near(busyAtMost(0, inputs.load), expected.p0, tolerance.function_rel);
    near(busyAtMost(Math.floor(inputs.load), inputs.load), expected.cdf_floor, tolerance.function_rel);
    expect(busyAtMost(expected.q999, inputs.load)).toBeGreaterThanOrEqual(0.999);
    expect(busyAtMost(expected.q999 - 1, inputs.load)).toBeLessThan(0.999);
  });

  test('a run', () => {
    const scenario = {
      arrivals: { kind: 'poisson', perSecond: inputs.load },
      warmMs: { kind: 'lognormal', mu: -0.5, sigma: 1 },
      coldMs: { kind: 'lognormal', mu: -0.5, sigma: 1 },
      idleTimeoutMs: 5000,
      concurrencyLimit: 1000,
      seed: 7,
    };
    measure(scenario, { requests: 40_000, perSecond: inputs.load }).running.expectNear(expected.mean);
  });
});

describe.each(rows('D-c1'))('$id', (row) => {
  const { inputs, expected, tolerance } = row;
  const perSecond = inputs.arrival_rate;

  test('the formula', () => {
    const exact = oneInstance(perSecond, inputs.warm_mean, inputs.cold_mean, inputs.expiration_threshold);
    near(exact.pColdGivenServed, expected.p_cold_given_served, tolerance.function_rel);
    near(exact.pReject, expected.p_reject, tolerance.function_rel);
    near(exact.servers, expected.server_avg, tolerance.function_rel);
    near(exact.lifespan, expected.lifespan, tolerance.function_rel);
  });

  test('a run', () => {
    const measured = measure(scenarioOf(row), { requests: 40_000, perSecond });
    measured.pColdGivenServed.expectNear(expected.p_cold_given_served);
    measured.pReject.expectNear(expected.p_reject);
    measured.running.expectNear(expected.running_avg);
    measured.servers.expectNear(expected.server_avg);
    measured.idle.expectNear(expected.idle_avg);
    measured.lifespan.expectNear(expected.lifespan * 1000);
  });
});

describe.each([
  ['D-ctmc-1', [14, 10, 16]],
  ['D-ctmc-2', [20, 8, 32]],
] as const)('%s', (id, most) => {
  const { inputs, expected } = rowOf(id);
  const chain = {
    arrivalRate: inputs.arrival_rate,
    warmMean: inputs.warm_mean,
    coldMean: inputs.cold_mean,
    keepMean: inputs.keepalive_mean,
  };

  test('the chain', () => {
    const { pCold, running, servers, lifespan } = markovChain(chain, most);
    near(pCold, expected.p_cold, TRUNCATED);
    near(running, expected.running_avg, TRUNCATED);
    near(servers, expected.server_avg, TRUNCATED);
    near(lifespan, expected.lifespan, TRUNCATED);
  });

  test('the platform', () => {
    const { pCold, servers, running } = runFading(chain, cases(2000).numRuns, 20_261);
    pCold.expectNear(expected.p_cold);
    servers.expectNear(expected.server_avg);
    running.expectNear(expected.running_avg);
  });
});
