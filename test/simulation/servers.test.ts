/** Servers that are always on: against theory, by hand, and what an autoscaler is late for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Aim,
  fewestServers,
  QUANTILE_ERROR,
  readScenario,
  type ServerPlan,
  type ServerResult,
  serversUsd,
  startServers,
} from '../../src/simulation/index.ts';
import { cases } from '../support/laws.ts';
import { erlangB } from './theory.ts';

const constant = (mean: number) => ({ kind: 'constant', mean });
const scenario = (change: object = {}) =>
  readScenario({
    arrivals: { kind: 'poisson', perSecond: 3 },
    warmMs: { kind: 'exponential', mean: 1000 },
    coldMs: constant(5000),
    idleTimeoutMs: 1000,
    concurrencyLimit: 10,
    untilMs: 10_000_000,
    seed: 17,
    ...change,
  });
const PLAN: ServerPlan = { servers: 5, perServer: 1, mostWaiting: 1_000_000 };

function serve(change: object = {}, plan: Partial<ServerPlan> = {}): ServerResult {
  const run = startServers(scenario(change), { ...PLAN, ...plan });
  while (!run.advance(100_000));
  return run.result();
}

const trace = (...atMs: number[]) => ({ arrivals: { kind: 'trace', atMs }, warmMs: constant(100) });

describe('by hand', () => {
  test('one place: the second waits for the first, the third for both', () => {
    const { waitMs, running, servers, serverMs, total } = serve(
      { ...trace(0, 50, 60), untilMs: 1000 },
      { servers: 1 },
    );
    expect(Math.abs(waitMs.p50 - 50)).toBeLessThanOrEqual(50 * QUANTILE_ERROR);
    expect(waitMs.p99).toBe(140);
    expect(running).toBeCloseTo(0.3, 12);
    expect([servers, serverMs, total]).toEqual([1, 1000, 3]);
  });

  test('a server with two places, and a line of one', () => {
    const { rejected, waitMs } = serve(
      { ...trace(0, 1, 2, 3), untilMs: 1000 },
      { servers: 1, perServer: 2, mostWaiting: 1 },
    );
    expect(rejected).toBe(1);
    expect(waitMs.p99).toBe(98);
  });

  test('recorded durations are taken as they were', () => {
    const recorded = { kind: 'trace', atMs: [0, 0], durationsMs: [700, 100] };
    expect(serve({ arrivals: recorded, untilMs: 1000 }, { servers: 1 }).waitMs.p99).toBe(700);
  });
});

describe('theory', () => {
  test('without a line, the refused are those of Erlang', () => {
    const { rejected, total } = serve({}, { mostWaiting: 0 });
    expect(rejected / total).toBeCloseTo(erlangB(5, 3), 2);
  });

  test('with a line, who waits are those of Erlang’s second formula, and nobody is refused', () => {
    const blocked = erlangB(5, 3);
    const waits = blocked / (1 - (3 / 5) * (1 - blocked));
    const { waitMs, rejected, running } = serve({ untilMs: 100_000_000 });
    expect(rejected).toBe(0);
    expect(running).toBeCloseTo(3, 1);
    // Of those who wait, the time is exponential with the rate 5 − 3: this long 5 % of all wait at least.
    const p95 = (1000 * Math.log(waits / 0.05)) / 2;
    expect(Math.abs(waitMs.p95 - p95)).toBeLessThan(0.05 * p95);
  });
});

describe('an autoscaler', () => {
  const autoscaler = { most: 50, targetShare: 0.6, everyMs: 60_000, bootMs: 120_000 };

  test('follows the traffic, and is late for a crowd', () => {
    const crowd = { arrivals: { kind: 'onOff', perSecond: 20, onMs: 600_000, offMs: 1_800_000 } };
    const scaled = serve(crowd, { servers: 2, autoscaler });
    const fixed = serve(crowd, { servers: 35 });
    expect(scaled.servers).toBeLessThan(0.7 * fixed.servers);
    expect(scaled.peakServers).toBeGreaterThan(20);
    expect(scaled.waitMs.p95).toBeGreaterThan(1000);
    expect(fixed.waitMs.p95).toBe(0);
  });

  test('in a steady crowd sees the share busy that it aims at', () => {
    const { servers, running } = serve(
      { arrivals: { kind: 'poisson', perSecond: 20 } },
      { servers: 1, autoscaler },
    );
    expect(running / servers).toBeGreaterThan(0.54);
    expect(running / servers).toBeLessThan(0.63);
  });

  test('never goes beyond its bounds, and pays from the asking', () => {
    const { peakServers } = serve(
      { arrivals: { kind: 'poisson', perSecond: 20 } },
      { servers: 1, autoscaler: { ...autoscaler, most: 4 } },
    );
    expect(peakServers).toBe(4);
    const asked = serve(
      { ...trace(0), warmMs: constant(10_000_000), untilMs: 180_000 },
      { servers: 1, autoscaler: { ...autoscaler, targetShare: 0.5 } },
    );
    // At 60 seconds it asks for a second one, which is ready at the end.
    expect(asked.serverMs).toBe(180_000 + 120_000);
  });
});

test('money is the server’s own price by the hour', () => {
  const { serverMs } = serve({ untilMs: 3_600_000 }, { servers: 3 });
  expect(serverMs).toBe(3 * 3_600_000);
  expect(serversUsd(serve({ untilMs: 3_600_000 }, { servers: 3 }), '0.0104')).toBe('0.031200000000');
});

test('what is skipped is neither counted nor paid', () => {
  const { serverMs, servers, running } = serve({ skipMs: 9_000_000 });
  expect(serverMs).toBe(5 * 1_000_000);
  expect(servers).toBe(5);
  expect(running).toBeGreaterThan(2.5);
});

describe('the fewest servers', () => {
  const AIM: Aim = { quantile: 'p95', waitMs: 100, rejectedShare: 0 };
  function search(change: object, aim: Aim) {
    const found = fewestServers(scenario({ untilMs: 1_000_000, ...change }), { ...PLAN, servers: 1 }, aim);
    let steps = 0;
    while (!found.advance(10_000)) steps += 1;
    expect(steps).toBeLessThan(10_000);
    return found.found();
  }

  test('reach the aim, and one fewer do not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 2000 }), (perSecond, waitMs) => {
        const change = { arrivals: { kind: 'poisson', perSecond }, untilMs: 200_000 };
        const found = search(change, { ...AIM, waitMs });
        const servers = found?.servers ?? 0;
        expect(servers).toBeGreaterThan(0);
        expect(serve(change, { servers }).waitMs.p95).toBeLessThanOrEqual(waitMs);
        if (servers > 1) expect(serve(change, { servers: servers - 1 }).waitMs.p95).toBeGreaterThan(waitMs);
      }),
      cases(10),
    );
  });

  test('are one where one is enough', () => {
    expect(search({ arrivals: { kind: 'constant', everyMs: 10_000 } }, AIM)?.servers).toBe(1);
  });
});
