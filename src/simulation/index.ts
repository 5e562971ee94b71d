/**
 * The simulation: a month of traffic in seconds, by the rules of the same platform. The command, the page and the tests
 * import this file alone; begin reading at `scenario.ts`, which says what can be asked.
 *
 * - `shapes.ts`: which traffic and which durations there are. `draws/` draws from them, from seeded streams:
 *   `draws/random-stream.ts` holds the numbers, `draws/arrivals.ts` and `draws/durations.ts` what is made of them.
 * - `scenario.ts` reads a scenario that somebody wrote, and `scenario-error.ts` says what can be wrong with it, in a code;
 *   `words.ts` says it to a reader.
 * - `run.ts` is a run: what comes next, the earliest first. `virtual-platform.ts` is whom it drives: the platform, with what
 *   is to be reported (`agenda.ts`), what is under way (`open-calls.ts`, `sent-messages.ts`) and what a call takes
 *   (`call-times.ts`). `statistics.ts` counts, `usage-classes.ts` keeps what is billed, and `result.ts` says what came out.
 * - `servers.ts` is the other side: the same traffic on servers that are always on; `fewest-servers.ts` finds how many.
 * - `trace/trace-reader.ts` reads calls that really came, from a file of any size.
 * - `quantiles.ts` keeps the quantiles of any number of durations in constant memory, and tells its error.
 *
 * Nothing here reads a clock or the engine's own mathematics: the same scenario gives the same result, to the last bit,
 * in every browser and in Node.
 */
export { arrivals, expectedArrivals } from './draws/arrivals.ts';
export { meanMs, sampler } from './draws/durations.ts';
export { type Stream, stream } from './draws/random-stream.ts';
export { type Aim, fewestServers, type ServerSearch } from './fewest-servers.ts';
export { createSketch, QUANTILE_ERROR, type QuantileSketch } from './quantiles.ts';
export type { SimulationResult } from './result.ts';
export { type Run, type RunOptions, startRun } from './run.ts';
export {
  MAX_UNTIL_MS,
  MOST_CALLS,
  type ReadOptions,
  readScenario,
  type Scenario,
} from './scenario.ts';
export { ScenarioError, type ScenarioErrorCode } from './scenario-error.ts';
export {
  type Autoscaler,
  type ServerPlan,
  type ServerResult,
  type ServerRun,
  serversUsd,
  startServers,
} from './servers.ts';
export { type Arrivals, type Durations, type Peak, ROUTINGS, type Routing } from './shapes.ts';
export type { Slice } from './statistics.ts';
export { type TraceCalls, type TraceReader, traceReader } from './trace/trace-reader.ts';
export { sayScenarioError } from './words.ts';
