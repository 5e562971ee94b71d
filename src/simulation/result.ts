/** What came out of a run: the counts, and averages over its time. */
import type { UsageRecord } from '../billing/index.ts';
import type { Statistics } from './statistics.ts';

export interface SimulationResult {
  /** Calls that came; each of them is cold, warm or rejected. */
  readonly total: number;
  readonly cold: number;
  readonly warm: number;
  readonly rejected: number;
  /** Instances that ended, and how long they lived on average; null when none did. */
  readonly ended: number;
  readonly lifespanMs: number | null;
  /** Averages over time: all instances, those that start or work, and those that wait for work. */
  readonly instances: number;
  readonly running: number;
  readonly idle: number;
  /** The moment of the last event. */
  readonly endedAtMs: number;
  readonly peakInstances: number;
  readonly instancesLeft: number;
  /** How long calls waited before their handler began: for a place, and for a start. */
  readonly waitMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** What is billed: few records with a count, however many calls there were. */
  readonly usage: readonly UsageRecord[];
  /**
   * The two sides of Little's law, in whole microseconds: calls over time, as counted while time went by, and how long
   * each call was open, as noted when it ended. They are the same number.
   */
  readonly openUs: { readonly overTime: bigint; readonly byCall: bigint };
}

const US_PER_MS = 1000;

/** @param stillOpenUs how long the calls have been open that are not over */
export function resultOf(
  statistics: Statistics,
  instancesLeft: number,
  stillOpenUs: bigint,
  usage: readonly UsageRecord[],
): SimulationResult {
  const counted = statistics.counted();
  const { total, cold, warm, rejected, ended, atUs, instanceUs, idleUs } = counted;
  const average = (sumUs: bigint) => (atUs > 0 ? Number(sumUs) / atUs : 0);
  return {
    total,
    cold,
    warm,
    rejected,
    ended,
    lifespanMs: ended > 0 ? Number(counted.lifespanUs) / ended / US_PER_MS : null,
    instances: average(instanceUs),
    running: average(instanceUs - idleUs),
    idle: average(idleUs),
    endedAtMs: statistics.nowUs / US_PER_MS,
    peakInstances: statistics.peak,
    instancesLeft,
    waitMs: { p50: statistics.waitMs(0.5), p95: statistics.waitMs(0.95), p99: statistics.waitMs(0.99) },
    usage,
    openUs: { overTime: counted.openUs, byCall: counted.spentUs + stillOpenUs },
  };
}
