/** Exact traces of SimFaaS, through the command that others check us with: every count, and every average. */
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/cli/simulate.ts';
import { rowOf, rowsOf, runOf, scenarioOf } from './cases.ts';

/** Moments lie on a grid of microseconds here, and not there. */
const CLOSE = 1e-6;

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(CLOSE * Math.abs(expected));
}

const traces = [...rowsOf('exact_trace'), ...rowsOf('exact_trace_per_instance_concurrency')];

describe.each(traces)('$id', (row) => {
  const { expected } = row;
  // With `cv` of its own, a row's cold duration is the start alone.
  const coldIs = row.inputs.cv === undefined ? {} : { coldIs: 'start' };
  const { stdout } = simulate(JSON.stringify(scenarioOf(row, coldIs)), [], false);
  const result = JSON.parse(stdout);

  test('counts', () => {
    expect(result).toMatchObject({
      total: expected.total,
      cold: expected.cold,
      warm: expected.warm,
      rejected: expected.reject,
      ended: expected.terminated,
      peakInstances: expected.peak_servers,
      instancesLeft: expected.servers_left,
    });
  });

  test('averages', () => {
    expectClose(result.instances, expected.server_avg);
    expectClose(result.running, expected.running_avg);
    expectClose(result.idle, expected.idle_avg);
    expectClose(result.endedAtMs, expected.trace_end * 1000);
    if (expected.lifespan_avg === null) expect(result.lifespanMs).toBeNull();
    else expectClose(result.lifespanMs, expected.lifespan_avg * 1000);
  });
});

test('the lab’s own routing, the instance that was busy last, starts 335 instances where the newest one starts 328', () => {
  const row = rowOf('A-T3');
  expect(runOf(scenarioOf(row, { routing: 'most-recent' })).cold).toBe(335);
  expect(runOf(scenarioOf(row)).cold).toBe(328);
});
