/**
 * How fast the simulation is, on the case that SimFaaS publishes: beside a simulator without a platform that is written for
 * this, in turns in one process, so that the machine matters little to the ratio.
 */
import { readScenario, startRun } from '../../src/simulation/index.ts';
import { simulateBare } from './bare-simulator.ts';

const REQUESTS = 1_000_000;
const ROUNDS = 5;
const PER_SECOND = 0.9;
/** At a time, as the page's worker does. */
const BUDGET = 50_000;

export interface SimulationSpeed {
  readonly requestsPerSecond: number;
  readonly barePerSecond: number;
  readonly ratio: number;
}

export function benchSimulation(): SimulationSpeed {
  const scenario = readScenario({
    arrivals: { kind: 'poisson', perSecond: PER_SECOND },
    warmMs: { kind: 'exponential', mean: 1991 },
    coldMs: { kind: 'exponential', mean: 2244 },
    idleTimeoutMs: 600_000,
    concurrencyLimit: 1000,
    routing: 'newest-created',
    untilMs: (REQUESTS / PER_SECOND) * 1000,
    seed: 12_345,
  });
  const whole = () => {
    const run = startRun(scenario);
    while (!run.advance(BUDGET));
    return run.result().total;
  };
  const bare = () => simulateBare(scenario).total;
  const pairs = Array.from({ length: ROUNDS + 1 }, () => ({
    whole: perSecond(whole),
    bare: perSecond(bare),
  }));
  // The first round is for the compiler.
  const measured = pairs.slice(1);
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return {
    requestsPerSecond: Math.round(median(measured.map((pair) => pair.whole))),
    barePerSecond: Math.round(median(measured.map((pair) => pair.bare))),
    ratio: median(measured.map((pair) => pair.whole / pair.bare)),
  };
}

function perSecond(simulate: () => number): number {
  const beganMs = performance.now();
  const requests = simulate();
  return requests / ((performance.now() - beganMs) / 1000);
}
