/**
 * The class is the traffic: calls that students recorded, each alone, as if they had all called one function at once. Laid over
 * each other, played through the simulation with the limits of the lab, and billed. No network, and nothing that counts for a mark:
 * recordings are what their files claim.
 *
 * Begin in this folder here; `ClassTraffic.tsx` shows it.
 */
import { receipt, type Tariff, type UsageRecord } from '../../billing/index.ts';
import type { RecordedCall } from '../../progress/recorded-calls.ts';
import { type Scenario, type SimulationResult, type Slice, startRun } from '../../simulation/index.ts';

/** `together`: from the first call of each; `minute`: each recording that took longer is pressed into one minute. */
export type Overlay = 'together' | 'minute';

/** Of the one function that all of them call. */
export interface Limits {
  readonly concurrencyLimit: number;
  readonly idleTimeoutMs: number;
  readonly memoryMb: number;
}

/** What came of a load. */
export interface Served {
  readonly calls: number;
  /** Most at once. */
  readonly instances: number;
  readonly coldStarts: number;
  /** Calls that got 429. */
  readonly refused: number;
  /** Exact, without what is free. */
  readonly usd: string;
}

export interface ClassLoad {
  readonly merged: Served;
  /** Each on a function of their own: added up, but for the instances, of which it is the most that one had. */
  readonly alone: Served;
  /** Of the merged load, as many equal stretches as `SLICES`. */
  readonly slices: readonly Slice[];
}

export const SLICES = 60;
const MINUTE_MS = 60_000;
const US_PER_MS = 1_000;

export interface LoadOptions {
  readonly overlay: Overlay;
  readonly limits: Limits;
  readonly tariff: Tariff;
}

/** @param recordings of each student one */
export function classLoad(
  recordings: readonly (readonly RecordedCall[])[],
  { overlay, limits, tariff }: LoadOptions,
): ClassLoad {
  const whole = recordings.map(withTakenTime);
  const laid = overlay === 'minute' ? whole.map(inOneMinute) : whole;
  const startMs = meanStartMs(recordings);
  const endMs = laid
    .flat()
    .reduce((end, { atMs, durationMs }) => Math.max(end, atMs + durationMs + startMs), 0);
  const slices: Slice[] = [];
  const widthMs = Math.max(1, Math.ceil(endMs / SLICES));
  // After the last call nothing is left to see.
  const sliceMs = (fromMs: number) => (fromMs < endMs ? widthMs : endMs + limits.idleTimeoutMs);
  const merged = serve(laid.flat(), { limits, startMs }, { sliceMs, onSlice: (slice) => slices.push(slice) });
  const alone = laid.map((calls) => serve(calls, { limits, startMs }));
  const usage = alone.flatMap((one) => one.usage);
  const sum = (read: (one: SimulationResult) => number) => alone.reduce((all, one) => all + read(one), 0);
  return {
    merged: {
      calls: merged.total,
      instances: merged.peakInstances,
      coldStarts: merged.cold,
      refused: merged.rejected,
      usd: billOf(merged.usage, tariff),
    },
    alone: {
      calls: sum(({ total }) => total),
      instances: Math.max(0, ...alone.map(({ peakInstances }) => peakInstances)),
      coldStarts: sum(({ cold }) => cold),
      refused: sum(({ rejected }) => rejected),
      usd: billOf(usage, tariff),
    },
    slices: slices.slice(0, SLICES),
  };
}

interface ServeOptions {
  readonly limits: Limits;
  /** What a start takes: the same for all, so that the class beside each alone is the same machine. */
  readonly startMs: number;
}

/** One function that gets these calls, in virtual time. @param calls in any order */
export function serve(
  calls: readonly RecordedCall[],
  { limits, startMs }: ServeOptions,
  watch: Parameters<typeof startRun>[1] = {},
): SimulationResult {
  const inOrder = calls.toSorted((a, b) => a.atMs - b.atMs);
  const durations = inOrder.map(({ durationMs }) => durationMs);
  const longestMs = durations.reduce((most, one) => Math.max(most, one), 0);
  const scenario: Scenario = {
    arrivals: { kind: 'trace', atMs: inOrder.map(({ atMs }) => atMs), durationsMs: durations },
    warmMs: { kind: 'constant', mean: 0 },
    coldMs: { kind: 'constant', mean: startMs },
    coldIs: 'start',
    idleTimeoutMs: limits.idleTimeoutMs,
    concurrencyLimit: limits.concurrencyLimit,
    perInstance: 1,
    routing: 'most-recent',
    untilMs: (inOrder.at(-1)?.atMs ?? 0) + startMs + longestMs + limits.idleTimeoutMs + 1,
    skipMs: 0,
    seed: 0,
    memoryMb: limits.memoryMb,
    tariffs: [],
  };
  const run = startRun(scenario, watch);
  while (!run.advance(STEPS_AT_ONCE)) {}
  return run.result();
}

const STEPS_AT_ONCE = 10_000;
const REFUSED = 429;

/** Nobody knows what a refused call would have taken: as long as the others of its recording did, in the middle. */
function withTakenTime(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  const served = calls.filter(({ status }) => status !== REFUSED).map(({ durationMs }) => durationMs);
  const middleMs = served.sort((a, b) => a - b)[served.length >> 1] ?? 0;
  return calls.map((call) => (call.status === REFUSED ? { ...call, durationMs: middleMs } : call));
}

function inOneMinute(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  const spanMs = calls.at(-1)?.atMs ?? 0;
  if (spanMs <= MINUTE_MS) return calls;
  return calls.map((call) => ({ ...call, atMs: wholeUs((call.atMs * MINUTE_MS) / spanMs) }));
}

/** What a start took on average, of all that were recorded; 0 when none was. */
function meanStartMs(recordings: readonly (readonly RecordedCall[])[]): number {
  const starts = recordings.flat().filter(({ isCold }) => isCold);
  const sum = starts.reduce((all, { startMs }) => all + startMs, 0);
  return starts.length === 0 ? 0 : wholeUs(sum / starts.length);
}

const billOf = (usage: readonly UsageRecord[], tariff: Tariff) =>
  receipt(tariff, usage, { freeTier: false }).totalUsd;
const wholeUs = (ms: number) => Math.round(ms * US_PER_MS) / US_PER_MS;
