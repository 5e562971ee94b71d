/**
 * The named rules that a tariff is put together from, as a table. A rule says which whole-number counts it
 * prices, in which units a price may be quoted, and which allowance covers it.
 *
 * To add one: its name and its row here and, when it needs a new count, a name in `countNames` and a line in
 * `meter.ts`. The compiler asks for what is missing.
 */

/**
 * What is counted, as whole numbers. `…Us` is billed time in microseconds, after the tariff's rounding;
 * `…MbUs` that time multiplied by the billed memory, `…CpuUs` by the millionths of a vCPU or GHz that go with
 * it. `readyRunRequests` and `readyRunStreamedBytes` are those that no free tier covers, where a tariff says so of instances that
 * are kept ready; else they are among the others. `initUs` and `durationUs` have no price: they are there so that a receipt can say "15 ms opstarten".
 */
export const countNames = [
  'requests',
  'readyRunRequests',
  'initUs',
  'durationUs',
  'initMbUs',
  'durationMbUs',
  'initCpuUs',
  'durationCpuUs',
  'activeCpuUs',
  'responseBytes',
  'streamedBytes',
  'readyRunStreamedBytes',
  'readyMbUs',
  'readyCpuUs',
  'readyRunMbUs',
  'readyRunCpuUs',
] as const;
export type CountName = (typeof countNames)[number];

/** What a line of a receipt is about. */
export type What =
  | 'requests'
  | 'ready-requests'
  | 'init'
  | 'duration'
  | 'cpu-init'
  | 'cpu'
  | 'active-cpu'
  | 'data-out'
  | 'streamed-data'
  | 'ready-streamed-data'
  | 'ready'
  | 'ready-cpu'
  | 'ready-run'
  | 'base-fee'
  | 'credits';

export const ruleNames = [
  'per-request',
  'configured-memory-time',
  'observed-memory-time',
  'instance-memory-time',
  'allocated-cpu-time',
  'instance-cpu-time',
  'active-cpu-time',
  'response-data',
  'streamed-response',
  'ready-memory-time',
  'ready-run-memory-time',
  'idle-memory-time',
  'idle-cpu-time',
  'base-fee',
] as const;
export type RuleName = (typeof ruleNames)[number];

export const unitNames = [
  'million-requests',
  'gb-second',
  'gib-second',
  'gb-hour',
  'vcpu-second',
  'ghz-second',
  'cpu-hour',
  'million-cpu-ms',
  'gib',
  'month',
  'credit-pack',
] as const;
export type UnitName = (typeof unitNames)[number];

export const allowanceNames = [
  'requests',
  'gbSeconds',
  'vcpuSeconds',
  'ghzSeconds',
  'cpuMs',
  'dataOutGib',
  'streamedGib',
] as const;
/** What can be free: requests, memory × time, CPU × time, data. */
export type AllowanceName = (typeof allowanceNames)[number];

/** Which time, and which memory, a rule multiplies. One tariff counts in one time and one memory. */
export type TimeBasis = 'duration' | 'instance';
export type MemoryBasis = 'configured' | 'observed';

/** One thing that a rule charges for, and by which count. */
export interface Charge {
  readonly what: What;
  /** Null: once a bill, whatever was used. */
  readonly count: CountName | null;
  /** Taken off `count` first: time kept ready is idle except while something ran there. */
  readonly minus?: CountName;
  /** The rule's allowance does not cover it. */
  readonly isNeverFree?: true;
}

export interface Rule {
  /**
   * What it charges for, each of them a line. In this order they use up the free tier and the volume tiers: the start comes
   * before the run.
   */
  readonly charges: readonly Charge[];
  /** How many counts make one unit. */
  readonly countsPerUnit: Readonly<Partial<Record<UnitName, bigint>>>;
  /** Which allowance covers it; null for what is never free. */
  readonly allowance: AllowanceName | null;
  readonly time?: TimeBasis;
  readonly memory?: MemoryBasis;
}

/** 1 GB·s = 1,024 MB × 1,000,000 µs, in every published example that we have. */
const MB_US_PER_GB_S = 1_024_000_000n;
const CPU_US_PER_CPU_S = 1_000_000_000_000n;
const US_PER_HOUR = 3_600_000_000n;
const BYTES_PER_GIB = 1_073_741_824n;

/** How many counts one of each allowance covers. */
export const countsPerAllowance: Readonly<Record<AllowanceName, bigint>> = {
  requests: 1n,
  gbSeconds: MB_US_PER_GB_S,
  vcpuSeconds: CPU_US_PER_CPU_S,
  ghzSeconds: CPU_US_PER_CPU_S,
  cpuMs: 1_000n,
  dataOutGib: BYTES_PER_GIB,
  streamedGib: BYTES_PER_GIB,
};

const memoryTime = {
  charges: [
    { what: 'init', count: 'initMbUs' },
    { what: 'duration', count: 'durationMbUs' },
  ],
  countsPerUnit: {
    'gb-second': MB_US_PER_GB_S,
    'gib-second': MB_US_PER_GB_S,
    'gb-hour': MB_US_PER_GB_S * 3_600n,
  },
  allowance: 'gbSeconds',
} as const;

const cpuTime = {
  charges: [
    { what: 'cpu-init', count: 'initCpuUs' },
    { what: 'cpu', count: 'durationCpuUs' },
  ],
  countsPerUnit: { 'vcpu-second': CPU_US_PER_CPU_S, 'ghz-second': CPU_US_PER_CPU_S },
} as const;

export const rules: Readonly<Record<RuleName, Rule>> = {
  /** Each invocation counts, however long it took. */
  'per-request': {
    charges: [
      { what: 'requests', count: 'requests' },
      { what: 'ready-requests', count: 'readyRunRequests', isNeverFree: true },
    ],
    countsPerUnit: { 'million-requests': 1_000_000n },
    allowance: 'requests',
  },
  /** Memory as configured × billed wall-clock time. */
  'configured-memory-time': { ...memoryTime, time: 'duration', memory: 'configured' },
  /** Memory as observed × billed wall-clock time. */
  'observed-memory-time': { ...memoryTime, time: 'duration', memory: 'observed' },
  /** Memory of the instance × the time that it was active, however many requests it served meanwhile. */
  'instance-memory-time': { ...memoryTime, time: 'instance', memory: 'configured' },
  /** CPU that goes with the memory × billed wall-clock time, whether it was busy or not. */
  'allocated-cpu-time': { ...cpuTime, allowance: 'ghzSeconds', time: 'duration' },
  /** CPU of the instance × the time that it was active. */
  'instance-cpu-time': { ...cpuTime, allowance: 'vcpuSeconds', time: 'instance' },
  /** Time in which a CPU worked: waiting is free. */
  'active-cpu-time': {
    charges: [{ what: 'active-cpu', count: 'activeCpuUs' }],
    countsPerUnit: { 'cpu-hour': US_PER_HOUR, 'million-cpu-ms': 1_000_000_000n },
    allowance: 'cpuMs',
  },
  /** What was answered, to the internet. */
  'response-data': {
    charges: [{ what: 'data-out', count: 'responseBytes' }],
    countsPerUnit: { gib: BYTES_PER_GIB },
    allowance: 'dataOutGib',
  },
  /** The part of an answer that is beyond what each request may send along for nothing. */
  'streamed-response': {
    charges: [
      { what: 'streamed-data', count: 'streamedBytes' },
      { what: 'ready-streamed-data', count: 'readyRunStreamedBytes', isNeverFree: true },
    ],
    countsPerUnit: { gib: BYTES_PER_GIB },
    allowance: 'streamedGib',
  },
  /** Memory of instances that are kept ready × time, busy or not. */
  'ready-memory-time': {
    charges: [{ what: 'ready', count: 'readyMbUs' }],
    countsPerUnit: { 'gb-second': MB_US_PER_GB_S },
    allowance: null,
  },
  /** Memory × time of what ran on them: another price than elsewhere, and never free. */
  'ready-run-memory-time': {
    charges: [{ what: 'ready-run', count: 'readyRunMbUs' }],
    countsPerUnit: { 'gb-second': MB_US_PER_GB_S },
    allowance: null,
  },
  /** The same, where only the time that nothing ran on them has a price of its own. */
  'idle-memory-time': {
    charges: [{ what: 'ready', count: 'readyMbUs', minus: 'readyRunMbUs' }],
    countsPerUnit: { 'gb-second': MB_US_PER_GB_S, 'gib-second': MB_US_PER_GB_S },
    allowance: null,
  },
  'idle-cpu-time': {
    charges: [{ what: 'ready-cpu', count: 'readyCpuUs', minus: 'readyRunCpuUs' }],
    countsPerUnit: { 'vcpu-second': CPU_US_PER_CPU_S, 'ghz-second': CPU_US_PER_CPU_S },
    allowance: null,
  },
  /** An amount a month for the account, used or not. */
  'base-fee': {
    charges: [{ what: 'base-fee', count: null }],
    countsPerUnit: { month: 1n },
    allowance: null,
  },
};
