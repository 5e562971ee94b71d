/**
 * The state of the page in its address, so that somebody who opens it sees the same month to the last call. In the fragment: no
 * server gets to see it, and the page that works offline is one page. What is as its story has it is left out. A file of the reader's
 * own doesn't fit in it: only its name does, and whoever opens the address chooses the file again.
 */
import { writeNumber } from '../billing/written-number.ts';
import { DAY_MS, HOURS } from './day-shape.ts';
import { findStory, MONTH_MS, type Story, stateOf, stories } from './stories.ts';
import {
  durationRange,
  type NumberSetting,
  numberSettings,
  type Peak,
  perHourRange,
  ROUTING_NAMES,
  ranges,
  readInRange,
  type Settings,
  SPREADS,
  type Timing,
  type TrafficState,
} from './traffic-state.ts';

export const SEED = 1;
const MOST_SEED = 2 ** 32 - 1;
/** How many days there may be of a story whose days are alike: a month. */
const daysRange = { least: 1, most: MONTH_MS / DAY_MS, isWhole: true } as const;
export const MOST_PEAKS = 12;
export const MOST_PEAK_CALLS = 5_000_000;
/** So many measured durations are kept of a function: an address has to be sent along. */
export const MOST_SAMPLES = 40;
const MOST_TITLE = 80;

const names = {
  memoryMb: 'mb',
  idleSeconds: 'wacht',
  concurrencyLimit: 'grens',
  perInstance: 'samen',
  provisioned: 'gereed',
  keepWarmMinutes: 'porren',
  keepWarmInstances: 'porren-aantal',
  perTenSeconds: 'tempo',
} as const satisfies Record<NumberSetting, string>;
/** Before the names of the settings that are compared. */
const OTHER = 'b-';

export function trafficFragment(state: TrafficState): string {
  const story = findStory(state.storyId) ?? (stories[0] as Story);
  const standard = stateOf(story, SEED);
  const parameters = new URLSearchParams({ verhaal: story.id });
  if (state.traffic.kind === 'day' && state.traffic !== standard.traffic) {
    parameters.set('dag', state.traffic.perHour.map(writeNumber).join('_'));
    for (const { atMs, calls, overMs } of state.traffic.peaks) {
      parameters.append('piek', [atMs, calls, overMs].map(writeNumber).join('_'));
    }
  }
  if (state.traffic.kind === 'file') parameters.set('bestand', state.traffic.name.slice(0, MOST_TITLE));
  if (isRepeated(state) && state.untilMs !== standard.untilMs) {
    parameters.set('dagen', writeNumber(state.untilMs / DAY_MS));
  }
  if (state.seed !== SEED) parameters.set('toeval', String(state.seed));
  writeTiming(parameters, state.timing, standard.timing);
  writeSettings(parameters, '', state.settings, standard.settings);
  if (state.compared !== null) {
    parameters.set('vergelijk', '1');
    writeSettings(parameters, OTHER, state.compared, state.settings);
  }
  // A comma needs no escape in a fragment, and people read addresses.
  return `#${parameters}`.replaceAll('%2C', ',');
}

function writeTiming(parameters: URLSearchParams, timing: Timing, standard: Timing): void {
  if (timing.kind === 'measured') {
    parameters.set('functie', timing.title);
    parameters.set('warm', timing.warmMs.map(writeNumber).join('_'));
    parameters.set('starts', timing.startMs.map(writeNumber).join('_'));
    return;
  }
  if (standard.kind !== 'supposed') return;
  if (timing.warmMs !== standard.warmMs) parameters.set('ms', writeNumber(timing.warmMs));
  if (timing.startMs !== standard.startMs) parameters.set('start', writeNumber(timing.startMs));
  if (timing.spread !== standard.spread) parameters.set('spreiding', timing.spread);
}

function writeSettings(
  parameters: URLSearchParams,
  before: string,
  settings: Settings,
  standard: Settings,
): void {
  for (const field of numberSettings) {
    if (settings[field] !== standard[field])
      parameters.set(`${before}${names[field]}`, writeNumber(settings[field]));
  }
  if (settings.routing !== standard.routing) parameters.set(`${before}route`, settings.routing);
  if (settings.whenFull !== standard.whenFull) parameters.set(`${before}vol`, settings.whenFull);
}

export interface ReadTrafficAddress {
  readonly state: TrafficState;
  /** Names in the address that said something impossible: those are as their story has them. */
  readonly wrong: readonly string[];
}

export function readTrafficFragment(fragment: string): ReadTrafficAddress {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const wrong: string[] = [];
  const storyId = parameters.get('verhaal');
  const found = storyId === null ? stories[0] : findStory(storyId);
  if (found === undefined) wrong.push('verhaal');
  const story = found ?? (stories[0] as Story);
  const standard = stateOf(story, SEED);
  const settings = readSettings(parameters, '', standard.settings, wrong);
  const isCompared = parameters.get('vergelijk') === '1';
  const untilMs = readUntil(parameters, standard, wrong);
  const state = {
    ...standard,
    untilMs,
    traffic: readTraffic(parameters, { ...standard, untilMs }, wrong),
    timing: readTiming(parameters, standard.timing, wrong),
    seed: readNumber(parameters, 'toeval', { least: 0, most: MOST_SEED, isWhole: true }, wrong) ?? SEED,
    settings,
    compared: isCompared ? readSettings(parameters, OTHER, settings, wrong) : null,
  };
  return { state, wrong };
}

type Range = Parameters<typeof readInRange>[0];

/** @returns null for what is not there or can't be */
function readNumber(parameters: URLSearchParams, name: string, range: Range, wrong: string[]): number | null {
  const text = parameters.get(name);
  if (text === null) return null;
  const value = readInRange(range, text);
  if (value === null) wrong.push(name);
  return value;
}

/** @returns null when one of them can't be */
function readNumbers(text: string, range: Range): number[] | null {
  const values = text === '' ? [] : text.split('_').map((one) => readInRange(range, one));
  return values.every((one) => one !== null) ? (values as number[]) : null;
}

/** Whether one day is like the next, so that fewer of them make sense: a file is as long as it is. */
function isRepeated({ traffic }: TrafficState): boolean {
  return traffic.kind === 'day' || traffic.kind === 'constant';
}

function readUntil(parameters: URLSearchParams, standard: TrafficState, wrong: string[]): number {
  if (!parameters.has('dagen')) return standard.untilMs;
  if (!isRepeated(standard) || parameters.has('bestand')) {
    wrong.push('dagen');
    return standard.untilMs;
  }
  const days = readNumber(parameters, 'dagen', daysRange, wrong);
  return days === null ? standard.untilMs : days * DAY_MS;
}

function readTraffic(
  parameters: URLSearchParams,
  { traffic, untilMs }: TrafficState,
  wrong: string[],
): TrafficState['traffic'] {
  const name = parameters.get('bestand');
  if (name) return { kind: 'file', name: name.slice(0, MOST_TITLE) };
  const text = parameters.get('dag');
  if (text === null) return traffic;
  const perHour = readNumbers(text, perHourRange);
  if (perHour?.length !== HOURS) {
    wrong.push('dag');
    return traffic;
  }
  const peaks = parameters.getAll('piek').map((one) => readPeak(one, untilMs));
  const good = peaks.filter((one) => one !== null).slice(0, MOST_PEAKS);
  if (good.length < peaks.length) wrong.push('piek');
  return { kind: 'day', perHour, peaks: good };
}

function readPeak(text: string, untilMs: number): Peak | null {
  const [atMs, calls, overMs, ...more] = readNumbers(text, { least: 0, most: MONTH_MS, isWhole: true }) ?? [];
  if (atMs === undefined || calls === undefined || overMs === undefined || more.length > 0) return null;
  return atMs < untilMs && calls <= MOST_PEAK_CALLS && overMs > 0 ? { atMs, calls, overMs } : null;
}

function readTiming(parameters: URLSearchParams, standard: Timing, wrong: string[]): Timing {
  const title = parameters.get('functie');
  if (title !== null) {
    const warmMs = readNumbers(parameters.get('warm') ?? '', durationRange);
    const startMs = readNumbers(parameters.get('starts') ?? '', durationRange);
    if (warmMs !== null && startMs !== null && warmMs.length > 0) {
      const most = (values: number[]) => values.slice(0, MOST_SAMPLES);
      return {
        kind: 'measured',
        title: title.slice(0, MOST_TITLE),
        warmMs: most(warmMs),
        startMs: most(startMs),
      };
    }
    wrong.push('functie');
  }
  if (standard.kind !== 'supposed') return standard;
  const spread = parameters.get('spreiding');
  const known = SPREADS.find((one) => one === spread);
  if (spread !== null && known === undefined) wrong.push('spreiding');
  return {
    kind: 'supposed',
    warmMs: readNumber(parameters, 'ms', durationRange, wrong) ?? standard.warmMs,
    startMs: readNumber(parameters, 'start', durationRange, wrong) ?? standard.startMs,
    spread: known ?? standard.spread,
  };
}

function readSettings(
  parameters: URLSearchParams,
  before: string,
  standard: Settings,
  wrong: string[],
): Settings {
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = { ...standard };
  for (const field of numberSettings) {
    const value = readNumber(parameters, `${before}${names[field]}`, ranges[field], wrong);
    if (value !== null) settings[field] = value;
  }
  const routing = parameters.get(`${before}route`);
  const known = ROUTING_NAMES.find((one) => one === routing);
  if (known !== undefined) settings.routing = known;
  else if (routing !== null) wrong.push(`${before}route`);
  const full = parameters.get(`${before}vol`);
  if (full === 'reject' || full === 'queue') settings.whenFull = full;
  else if (full !== null) wrong.push(`${before}vol`);
  return settings;
}
