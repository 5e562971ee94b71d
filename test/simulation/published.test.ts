/** Runs against what SimFaaS published, an independent reference over 10^8 requests and more, and measurements of AWS. */
import { describe, expect, test } from 'vitest';
import type { SimulationResult } from '../../src/simulation/index.ts';
import { cases } from '../support/laws.ts';
import { measure } from './batches.ts';
import { type Row, rowOf, rowsOf, runOf, scenarioOf } from './cases.ts';

const published = rowsOf('published_simfaas');

/** The figures of a run by the names of the rows; times in seconds. */
function figuresOf(result: SimulationResult): Record<string, number> {
  return {
    req: result.total,
    cold: result.cold,
    rej: result.rejected,
    p_cold: result.cold / result.total,
    p_rej: result.rejected / result.total,
    lifespan: (result.lifespanMs ?? 0) / 1000,
    servers: result.instances,
    running: result.running,
    idle: result.idle,
  };
}

/** Several rows publish other runs of the same inputs: these are run once. */
const runs = new Map<string, Record<string, number>[]>();
function figuresFor(row: Row): Record<string, number>[] {
  const key = JSON.stringify(row.inputs);
  const requests = row.inputs.arrival_rate * row.inputs.max_time;
  const count = requests > 200_000 ? cases(1).numRuns : cases(3).numRuns;
  const known =
    runs.get(key) ??
    Array.from({ length: count }, (_, nth) => figuresOf(runOf(scenarioOf(row, { seed: 1000 * nth + 5 }))));
  runs.set(key, known);
  return known;
}

test.each(published)('$id: $note', (row) => {
  const { mean_of_reps: means, sd_of_one_run: deviations, published_single_run: single } = row.expected;
  const figures = figuresFor(row);
  const reps = row.tolerance.reps ?? 300;
  for (const [name, deviation] of Object.entries<number>(deviations)) {
    const mean = figures.reduce((sum, one) => sum + (one[name] ?? Number.NaN), 0) / figures.length;
    const allowed = 4 * deviation * Math.sqrt(1 / figures.length + 1 / reps);
    expect(Math.abs(mean - means[name]), name).toBeLessThanOrEqual(allowed + 1e-9);
    if (name in single && deviation > 0) {
      expect(Math.abs(single[name] - means[name]) / deviation, `published ${name}`).toBeLessThan(3.5);
    }
  }
});

const ROUTINGS = { new: 'newest-created', old: 'oldest-created', rand: 'random', lru: 'least-recent' };

/** Lognormal with sigma 1 and the mean as given: μ of seconds is ln(mean) − ½. */
function durationsOf(service: string, mean: number) {
  return service === 'logn'
    ? { kind: 'lognormal', mu: Math.log(mean) - 0.5, sigma: 1 }
    : { kind: 'exponential', mean: mean * 1000 };
}

describe.each(rowsOf('steady_state'))('$id: $note', (row) => {
  const { inputs, expected, tolerance } = row;
  const { half_width_95: halfWidths } = tolerance;
  const measured = measure(
    scenarioOf(row, {
      warmMs: durationsOf(inputs.service, inputs.warm_mean),
      coldMs: durationsOf(inputs.service, inputs.cold_mean),
      routing: ROUTINGS[inputs.routing as keyof typeof ROUTINGS],
      seed: 20_261,
    }),
    { requests: 200_000, perSecond: inputs.arrival_rate },
  );

  test('running, and instances and cold starts where the reference has them', () => {
    const close = (name: 'running' | 'servers' | 'idle', of: typeof measured.running) => {
      const allowed = 1.5 * (of.halfWidth95 + (halfWidths[name] ?? halfWidths.servers));
      expect(Math.abs(of.value - expected[name]), name).toBeLessThanOrEqual(allowed);
    };
    close('running', measured.running);
    if (expected.servers === undefined) {
      // A routing that never lets the pool shrink has next to no cold starts once it is warm, and many more instances.
      expect(measured.cold).toBeLessThanOrEqual(2);
      expect(measured.servers.value).toBeGreaterThan(9);
      return;
    }
    close('servers', measured.servers);
    close('idle', measured.idle);
    const { pCold, lifespan } = measured;
    expect(Math.abs(pCold.value - expected.p_cold)).toBeLessThanOrEqual(
      1.5 * (pCold.halfWidth95 + halfWidths.p_cold),
    );
    // The mean of the ended ones depends on the routing and not on this law.
    expect(Math.abs(lifespan.value / 1000 - expected.lifespan_little)).toBeLessThanOrEqual(
      1.5 * (lifespan.halfWidth95 / 1000 + halfWidths.lifespan),
    );
  });
});

describe('20 measured points of AWS Lambda', () => {
  const { inputs, tolerance } = rowOf('E-aws20');
  const points = inputs.rows.map((point: Record<string, number>, nth: number) => {
    const perSecond = point.arrival_rate ?? 0;
    const { cold, total, instances } = runOf({
      ...scenarioOf({ ...rowOf('E-aws20'), inputs: { ...inputs, arrival_rate: perSecond } }),
      skipMs: 10 * inputs.expiration_threshold * 1000,
      untilMs: 10 * inputs.expiration_threshold * 1000 + (cases(100_000).numRuns / perSecond) * 1000,
      seed: 31 + 10 * nth,
    });
    const error = (ours: number, theirs = 0) => Math.abs(ours - theirs) / theirs;
    return {
      cold: error(cold / total, point.aws_p_cold),
      instances: error(instances, point.aws_servers),
    };
  });
  const meanPercent = (errors: readonly number[]) =>
    (100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length;

  test('the mean error of the chance of a cold start', () => {
    const percent = meanPercent(points.map(({ cold }: { cold: number }) => cold));
    const [least, most] = tolerance.mape_cold_pct;
    expect(percent).toBeGreaterThan(least);
    expect(percent).toBeLessThan(most);
  });

  test('the mean error of the number of instances', () => {
    const percent = meanPercent(points.map(({ instances }: { instances: number }) => instances));
    const [least, most] = tolerance.mape_instances_pct;
    expect(percent).toBeGreaterThan(least);
    expect(percent).toBeLessThan(most);
  });
});
