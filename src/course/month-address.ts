/**
 * The state of the month's page in its address, so that a teacher can share it. In the fragment: no server gets to
 * see it, and the page that works offline is one page.
 */
import { readWrittenNumber, writeNumber } from '../billing/written-number.ts';

/** A month as the reader has set it up. */
export interface MonthState {
  readonly perDay: number;
  readonly durationMs: number;
  /** CPU time of a run; null where it is not known: then it is the duration. */
  readonly cpuMs: number | null;
  readonly memoryMb: number;
  readonly initMs: number;
  /** Of a hundred invocations, how many start cold. */
  readonly coldPercent: number;
  readonly tariffId: string;
  readonly serverId: string;
  readonly freeTier: boolean;
  /** Whether a server is counted with a public address, and with a disk. */
  readonly address: boolean;
  readonly disk: boolean;
  /** Whether a gateway, a store and a queue are counted beside the function, and how often a call uses them. */
  readonly beside: boolean;
  readonly readsPerCall: number;
  readonly writesPerCall: number;
  readonly messagesPerCall: number;
}

export const standardMonth: MonthState = {
  perDay: 1_000,
  durationMs: 120,
  cpuMs: null,
  memoryMb: 128,
  initMs: 200,
  coldPercent: 1,
  tariffId: 'aws-lambda-x86-us-east-1',
  serverId: 'aws-ec2-t3-micro',
  freeTier: false,
  address: true,
  disk: false,
  beside: false,
  readsPerCall: 1,
  writesPerCall: 1,
  messagesPerCall: 0,
};

/** What a field may be: beyond it nobody's month lies. */
export const ranges = {
  perDay: { least: 1, most: 1e9, isWhole: true },
  durationMs: { least: 0, most: 900_000, isWhole: false },
  cpuMs: { least: 0, most: 900_000, isWhole: false },
  memoryMb: { least: 1, most: 32_768, isWhole: true },
  initMs: { least: 0, most: 60_000, isWhole: false },
  coldPercent: { least: 0, most: 100, isWhole: false },
  readsPerCall: { least: 0, most: 1_000, isWhole: false },
  writesPerCall: { least: 0, most: 1_000, isWhole: false },
  messagesPerCall: { least: 0, most: 1_000, isWhole: false },
} as const;
export type NumberField = keyof typeof ranges;

const ticks = ['freeTier', 'address', 'disk', 'beside'] as const satisfies readonly (keyof MonthState)[];

const names = {
  perDay: 'dag',
  durationMs: 'ms',
  cpuMs: 'cpu',
  memoryMb: 'mb',
  initMs: 'start',
  coldPercent: 'koud',
  tariffId: 'tarief',
  serverId: 'server',
  freeTier: 'gratis',
  address: 'adres',
  disk: 'schijf',
  beside: 'voordeur',
  readsPerCall: 'lees',
  writesPerCall: 'schrijf',
  messagesPerCall: 'bericht',
} as const satisfies Record<keyof MonthState, string>;

/** A number that a reader typed, in Dutch notation: `1.000`, `1.250,5`; null for what can't be. */
export function readNumber(field: NumberField, text: string): number | null {
  const { least, most, isWhole } = ranges[field];
  const value = readWrittenNumber(text, isWhole)?.value ?? Number.NaN;
  if (!(value >= least && value <= most) || (isWhole && !Number.isInteger(value))) return null;
  return value;
}

/** What a reader of English would have meant by it, where that is another number that the field takes; else null. */
export function otherReading(field: NumberField, text: string): number | null {
  const { least, most, isWhole } = ranges[field];
  const other = readWrittenNumber(text, isWhole)?.couldBe ?? null;
  return other !== null && other >= least && other <= most ? other : null;
}

/** `#dag=1000&ms=12,5`: what differs from the standard, in a fixed order, numbers as the form takes them. */
export function monthFragment(state: Partial<MonthState>): string {
  const parameters = new URLSearchParams();
  for (const [field, name] of Object.entries(names) as [keyof MonthState, string][]) {
    const value = state[field];
    if (value === undefined || value === null || value === standardMonth[field]) continue;
    parameters.set(name, written(value));
  }
  // A comma needs no escape in a fragment, and people read addresses.
  return `#${parameters}`.replaceAll('%2C', ',');
}

function written(value: boolean | number | string): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' ? writeNumber(value) : value;
}

export interface ReadAddress {
  readonly state: MonthState;
  /** Names in the address that said something impossible: those are as standard. */
  readonly wrong: readonly string[];
}

/** @param known ids that there are */
export function readFragment(
  fragment: string,
  known: { readonly tariffs: readonly string[]; readonly servers: readonly string[] },
): ReadAddress {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const wrong: string[] = [];
  const state: { -readonly [K in keyof MonthState]: MonthState[K] } = { ...standardMonth };
  for (const field of Object.keys(ranges) as NumberField[]) {
    const text = parameters.get(names[field]);
    if (text === null) continue;
    const value = readNumber(field, text);
    if (value === null) wrong.push(names[field]);
    else state[field] = value;
  }
  for (const [field, ids] of [
    ['tariffId', known.tariffs],
    ['serverId', known.servers],
  ] as const) {
    const id = parameters.get(names[field]);
    if (id === null) continue;
    if (ids.includes(id)) state[field] = id;
    else wrong.push(names[field]);
  }
  for (const field of ticks) {
    const tick = parameters.get(names[field]);
    if (tick === null) continue;
    if (tick === '1' || tick === '0') state[field] = tick === '1';
    else wrong.push(names[field]);
  }
  return { state, wrong };
}
