/**
 * What a reader set, as the scenario that the simulation runs: the same JSON that `npm run -s simulate` reads, so that the page and
 * the shell give the same numbers. Pure.
 */
import type { Arrivals, Durations, Scenario } from '../simulation/index.ts';
import type { Settings, Spread, Timing, TrafficState } from './traffic-state.ts';

export interface TraceOfFile {
  readonly atMs: ArrayLike<number>;
  /** Absent in a trace that does not tell. */
  readonly durationsMs?: ArrayLike<number>;
}

export interface Known {
  /** Under which the month is billed. */
  readonly tariffs: readonly string[];
  /** What was measured, for traffic that comes from a file. */
  readonly trace: TraceOfFile | null;
}

/** How far a logarithm of durations lies apart: two thirds of all calls are within this factor (as a power of e) of the middle. */
const SIGMA = { wisselend: 0.35, uitschieters: 1 } as const satisfies Partial<Record<Spread, number>>;
/**
 * A function that only ran warm has no cold start of its own. Mean init of Node 24 on AWS Lambda, x86, 128 MB, ten starts on
 * 2026-08-22 (maxday/lambda-perf, Apache-2.0).
 */
export const NODE_INIT_MS = 135.2;

/** @param settings those of the state, or the ones that they are compared with */
export function scenarioOf(state: TrafficState, settings: Settings, { tariffs, trace }: Known): Scenario {
  const { traffic, timing, untilMs, seed } = state;
  const {
    memoryMb,
    idleSeconds,
    concurrencyLimit,
    perInstance,
    routing,
    provisioned,
    keepWarmMinutes,
    keepWarmInstances,
    perTenSeconds,
    whenFull,
  } = settings;
  return {
    arrivals: arrivalsOf(traffic, trace),
    ...durationsOf(timing),
    coldIs: 'start',
    idleTimeoutMs: idleSeconds * 1_000,
    concurrencyLimit,
    perInstance,
    routing,
    untilMs,
    skipMs: 0,
    seed,
    memoryMb,
    tariffs,
    whenFull,
    ...(perTenSeconds > 0 && { scaling: { perTenSeconds } }),
    ...(provisioned > 0 && { provisioned }),
    ...(keepWarmMinutes > 0 && {
      keepWarm: { everyMs: Math.round(keepWarmMinutes * 60_000), instances: keepWarmInstances },
    }),
  };
}

function arrivalsOf(traffic: TrafficState['traffic'], trace: TraceOfFile | null): Arrivals {
  if (traffic.kind === 'trace' || traffic.kind === 'file') {
    const file = traffic.kind === 'trace' ? traffic.file : traffic.name;
    return { kind: 'trace', file, ...(trace ?? { atMs: [], durationsMs: [] }) };
  }
  if (traffic.kind === 'constant') return { kind: 'constant', everyMs: traffic.everyMs };
  const { perHour, peaks } = traffic;
  return { kind: 'day', perHour, ...(peaks.length > 0 && { peaks }) };
}

function durationsOf(timing: Timing): Pick<Scenario, 'warmMs' | 'coldMs'> {
  if (timing.kind === 'supposed') {
    const { warmMs, startMs, spread } = timing;
    return { warmMs: aroundMs(warmMs, spread), coldMs: aroundMs(startMs, spread) };
  }
  const starts = timing.startMs.length > 0 ? timing.startMs : [NODE_INIT_MS];
  return {
    warmMs: { kind: 'samples', values: timing.warmMs },
    coldMs: { kind: 'samples', values: starts },
  };
}

function aroundMs(ms: number, spread: Spread): Durations {
  if (spread === 'vast') return { kind: 'constant', mean: ms };
  if (spread === 'exponentieel') return { kind: 'exponential', mean: ms };
  // No two engines need agree on the last digit of a logarithm: a scenario has six.
  return { kind: 'lognormal', mu: Math.round(Math.log(ms / 1_000) * 1e6) / 1e6, sigma: SIGMA[spread] };
}

/**
 * Whether two scenarios are the same run. A trace is the same when it is the same list: of five million moments nobody makes a text to
 * compare it.
 */
export function isSameScenario(one: Scenario | null, other: Scenario): boolean {
  if (one === other) return true;
  if (one?.arrivals.kind === 'trace' && other.arrivals.kind === 'trace') {
    return one.arrivals.atMs === other.arrivals.atMs && isSameText(withoutCalls(one), withoutCalls(other));
  }
  return isSameText(one, other);
}

/** @returns a scenario that names the file of its trace, and does not hold what is in it */
export function withoutCalls(scenario: Scenario) {
  const { arrivals } = scenario;
  if (arrivals.kind !== 'trace') return scenario;
  return { ...scenario, arrivals: { kind: arrivals.kind, file: arrivals.file } };
}

function isSameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
