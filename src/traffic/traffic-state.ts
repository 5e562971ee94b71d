/**
 * What a reader can set on the page of traffic, apart from how it is shown: the traffic itself, how long the function takes, and
 * the rules by which the platform serves it. Pure: the address, the form and the scenario are made from it.
 */
import { readWrittenNumber } from '../billing/written-number.ts';

/** More calls on one moment of the month: each once, on top of the day that repeats. */
export interface Peak {
  /** From the begin of the month. */
  readonly atMs: number;
  readonly calls: number;
  readonly overMs: number;
}

export type Traffic =
  | { readonly kind: 'day'; readonly perHour: readonly number[]; readonly peaks: readonly Peak[] }
  | { readonly kind: 'constant'; readonly everyMs: number }
  /** Moments that were measured, in a file of the course. */
  | { readonly kind: 'trace'; readonly file: string }
  /** Moments out of a file of the reader's own, which is on no other device. */
  | { readonly kind: 'file'; readonly name: string };

/** How much one call differs from the next. */
export const SPREADS = ['vast', 'wisselend', 'uitschieters', 'exponentieel'] as const;
export type Spread = (typeof SPREADS)[number];

/** Where durations come from. */
export type Timing =
  /** Supposed: so long in the middle, and so much apart. */
  | { readonly kind: 'supposed'; readonly warmMs: number; readonly startMs: number; readonly spread: Spread }
  /** Measured in this visit. */
  | {
      readonly kind: 'measured';
      readonly title: string;
      /** Of calls, without a start. */
      readonly warmMs: readonly number[];
      /** Of starts alone; empty when none ran cold. */
      readonly startMs: readonly number[];
    };

export const ROUTING_NAMES = [
  'most-recent',
  'newest-created',
  'oldest-created',
  'random',
  'least-recent',
] as const;
export type RoutingName = (typeof ROUTING_NAMES)[number];

/** By which rules the platform serves. A number of 0 is named where it means that there is none. */
export interface Settings {
  readonly memoryMb: number;
  /** How long an instance waits for work before it goes. */
  readonly idleSeconds: number;
  readonly concurrencyLimit: number;
  readonly perInstance: number;
  /** Instances that are kept ready, and paid for. 0: none. */
  readonly provisioned: number;
  /** A call of our own each so many minutes, so that instances stay. 0: none. */
  readonly keepWarmMinutes: number;
  readonly keepWarmInstances: number;
  /** How many instances may start in ten seconds. 0: as many as are wanted. */
  readonly perTenSeconds: number;
  readonly routing: RoutingName;
  /** Whether a call beyond the limit is refused, or waits in a queue. */
  readonly whenFull: 'reject' | 'queue';
}

export const standardSettings: Settings = {
  memoryMb: 128,
  idleSeconds: 600,
  concurrencyLimit: 100,
  perInstance: 1,
  provisioned: 0,
  keepWarmMinutes: 0,
  keepWarmInstances: 1,
  perTenSeconds: 1_000,
  routing: 'most-recent',
  whenFull: 'reject',
};

interface Range {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

/** What a field may be: beyond it lies nobody's function. */
export const ranges = {
  memoryMb: { least: 1, most: 32_768, isWhole: true },
  idleSeconds: { least: 0, most: 86_400, isWhole: false },
  concurrencyLimit: { least: 1, most: 5_000, isWhole: true },
  perInstance: { least: 1, most: 1_000, isWhole: true },
  provisioned: { least: 0, most: 5_000, isWhole: true },
  keepWarmMinutes: { least: 0, most: 1_440, isWhole: false },
  keepWarmInstances: { least: 1, most: 1_000, isWhole: true },
  perTenSeconds: { least: 0, most: 100_000, isWhole: true },
} as const satisfies Partial<Record<keyof Settings, Range>>;
export type NumberSetting = keyof typeof ranges;
export const numberSettings = Object.keys(ranges) as NumberSetting[];

/** What a lesson may let its reader change. */
export type LessonField = NumberSetting | 'routing';

export const durationRange = { least: 0.1, most: 900_000, isWhole: false } as const satisfies Range;
/** Beyond so many in an hour a month would take a reader too long. */
export const perHourRange = { least: 0, most: 1_000_000, isWhole: false } as const satisfies Range;

/** A number that a reader typed, in Dutch notation; null for what can't be. */
export function readInRange({ least, most, isWhole }: Range, text: string): number | null {
  const value = readWrittenNumber(text, isWhole)?.value ?? Number.NaN;
  if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) return null;
  return value;
}

/** A time of day that a reader typed, in ms from midnight; null for what is none. */
export function readClock(text: string): number | null {
  const [, hours, minutes, seconds = '0'] = /^\s*(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?\s*$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
}

/** All that makes one picture, or two that are compared. */
export interface TrafficState {
  readonly storyId: string;
  readonly traffic: Traffic;
  readonly untilMs: number;
  readonly timing: Timing;
  readonly seed: number;
  readonly settings: Settings;
  /** The other settings, with which the same month is compared; null: nothing is compared. */
  readonly compared: Settings | null;
}
