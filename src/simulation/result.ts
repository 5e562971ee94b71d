/** What came out of a run: the counts, and averages over its time. */
import type { UsageRecord } from '../billing/index.ts';
import type { Scenario } from './scenario.ts';
import type { MessageCounts } from './sent-messages.ts';
import type { VirtualPlatform } from './virtual-platform.ts';

export interface SimulationResult {
  /** Calls that came. Each is cold, warm or rejected; by a queue, each attempt of a batch is cold or warm. */
  readonly total: number;
  readonly cold: number;
  readonly warm: number;
  readonly rejected: number;
  /** Of the cold and warm ones, those that ended in an error or were ended by their timeout. */
  readonly failed: number;
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
  /** Calls of our own that keep instances warm: how many, and how many of these met none; null when there are none. */
  readonly pings: { readonly total: number; readonly cold: number } | null;
  /** What became of messages, from the beginning; null when calls come straight. */
  readonly messages: MessageCounts | null;
  /** What is billed: few records with a count, however many calls there were. */
  readonly usage: readonly UsageRecord[];
  /**
   * The two sides of Little's law, in whole microseconds: calls over time, as counted while time went by, and how long
   * each call was open, as noted when it ended. They are the same number.
   */
  readonly openUs: { readonly overTime: bigint; readonly byCall: bigint };
}

const US_PER_MS = 1000;

export function resultOf(
  platform: VirtualPlatform,
  { provisioned = 0, memoryMb }: Scenario,
): SimulationResult {
  const { statistics } = platform;
  const counted = statistics.counted();
  const { total, cold, warm, rejected, ended, atUs, instanceUs, idleUs } = counted;
  const reserved: readonly UsageRecord[] =
    provisioned > 0 ? [{ reserved: true, count: provisioned, durationMs: atUs / US_PER_MS, memoryMb }] : [];
  const average = (sumUs: bigint) => (atUs > 0 ? Number(sumUs) / atUs : 0);
  return {
    total,
    cold,
    warm,
    rejected,
    failed: counted.failed,
    ended,
    lifespanMs: ended > 0 ? Number(counted.lifespanUs) / ended / US_PER_MS : null,
    instances: average(instanceUs),
    running: average(instanceUs - idleUs),
    idle: average(idleUs),
    endedAtMs: statistics.nowUs / US_PER_MS,
    peakInstances: statistics.peak,
    instancesLeft: platform.instanceCount,
    waitMs: { p50: statistics.waitMs(0.5), p95: statistics.waitMs(0.95), p99: statistics.waitMs(0.99) },
    pings: counted.pings > 0 ? { total: counted.pings, cold: counted.coldPings } : null,
    messages: platform.messages,
    usage: [...platform.usage.records(), ...reserved],
    openUs: { overTime: counted.openUs, byCall: counted.spentUs + platform.stillOpenUs() },
  };
}
