/** A scenario: which traffic, what it takes, and by which rules it is served. It comes from people, as JSON. */
import { expectedArrivals } from './draws/arrivals.ts';
import { meanMs } from './draws/durations.ts';
import { ScenarioError } from './scenario-error.ts';
import { type Fields, fieldsOf } from './scenario-fields.ts';
import { type Arrivals, type Durations, type Peak, ROUTINGS, type Routing } from './shapes.ts';
import { MOST_TRACE_CALLS, type TraceCalls } from './trace/trace-reader.ts';

export interface Scenario {
  readonly arrivals: Arrivals;
  /** What a call takes in an instance that is there. */
  readonly warmMs: Durations;
  /** What a call takes for which an instance is started, start included. With `perInstance` above 1: the start alone. */
  readonly coldMs: Durations;
  /** Says which of the two it is, whatever `perInstance`. */
  readonly coldIs?: 'response' | 'start';
  /** How long an instance without work is kept. */
  readonly idleTimeoutMs: number;
  /** Most calls at once. */
  readonly concurrencyLimit: number;
  /** Most calls at once in one instance; 1 if absent. */
  readonly perInstance: number;
  /** Which idle instance serves; `most-recent` if absent. */
  readonly routing: Routing;
  /** The run ends with the first event at or after this moment. */
  readonly untilMs: number;
  /** What happens before this moment is not counted; 0 if absent. */
  readonly skipMs: number;
  /** Of the arrivals; the streams of warm and cold durations begin at the two seeds after it. */
  readonly seed: number;
  /** 128 if absent. */
  readonly memoryMb: number;
  /** Ids of the tariffs under which the run is billed; none if absent. */
  readonly tariffs: readonly string[];
  /** A call that takes longer is ended; absent: none is. */
  readonly timeoutMs?: number;
  /** The chance that a call that ran ends in an error; 0 if absent. */
  readonly failShare?: number;
  /** How many instances may start; absent: as many as are wanted. */
  readonly scaling?: { readonly perTenSeconds: number };
  /** Instances that are there from the beginning, and stay. */
  readonly provisioned?: number;
  /** Calls of our own that keep instances warm: so many at once, each time. */
  readonly keepWarm?: { readonly everyMs: number; readonly instances: number };
  /** What happens to a call beyond the limit; `reject` if absent. With `queue` all calls go by a queue. */
  readonly whenFull?: 'reject' | 'queue';
  /** How that queue hands over; what is not there is as in the lab: one message at once, no waiting, no retries. */
  readonly queue?: {
    readonly batchSize: number;
    readonly windowMs: number;
    /** The wait before each next attempt of what failed. */
    readonly retryWaitsMs: readonly number[];
  };
}

export interface ReadOptions {
  /** Reads the trace that a scenario names. @throws ScenarioError with the line that is wrong */
  readonly readTrace?: (file: string) => TraceCalls;
}

/** 126 years. The platform counts in whole microseconds, which stay exact up to twice as long. */
export const MAX_UNTIL_MS = 4e12;
/** About a quarter of an hour of reckoning; a run in which more calls come is refused beforehand. */
export const MOST_CALLS = 1e9;
const MOST_PER_SECOND = 1e6;
const MICROSECOND_MS = 0.001;
const MS_PER_DAY = 86_400_000;
/** A year: what takes longer on average is as good as without end. */
const MAX_MEAN_MS = 366 * MS_PER_DAY;
const MOST_INSTANCES = 1e6;
const MOST_SAMPLES = 100_000;
const HOURS = 24;
const MOST_PEAKS = 1000;
/** Fewer calls than one in a thousand days or bursts are none: the next one would be looked for without end. */
const LEAST_CALLS = 0.001;

/**
 * @param json what a person wrote, parsed; nothing about it is taken for granted
 * @throws ScenarioError with the path of the first field that is wrong
 */
export function readScenario(json: unknown, options: ReadOptions = {}): Scenario {
  const fields = fieldsOf(json);
  const ms = { most: MAX_UNTIL_MS };
  const count = { most: MOST_INSTANCES, isWhole: true };
  const concurrencyLimit = fields.number('concurrencyLimit', { ...count, least: 1 });
  const timeout = fields.has('timeoutMs')
    ? { timeoutMs: fields.number('timeoutMs', { ...ms, isPositive: true }) }
    : {};
  const untilMs = fields.number('untilMs', { ...ms, isPositive: true });
  const scenario: Scenario = {
    arrivals: readArrivals(fields.inner('arrivals'), options),
    warmMs: readDurations(fields.inner('warmMs')),
    coldMs: readDurations(fields.inner('coldMs')),
    // However long somebody waits, it is not beyond the longest run.
    idleTimeoutMs: Math.min(fields.number('idleTimeoutMs', { most: Number.MAX_VALUE }), MAX_UNTIL_MS),
    concurrencyLimit,
    perInstance: fields.number('perInstance', { absent: 1, least: 1, most: 1000, isWhole: true }),
    routing: fields.oneOf('routing', ROUTINGS, 'most-recent'),
    untilMs,
    skipMs: fields.number('skipMs', { absent: 0, most: untilMs }),
    seed: fields.number('seed', { most: 2 ** 32 - 1, isWhole: true }),
    memoryMb: fields.number('memoryMb', { absent: 128, least: 1, most: 1_048_576, isWhole: true }),
    tariffs: readTariffs(fields),
    ...timeout,
    ...readExtras(fields, concurrencyLimit),
  };
  fields.nothingElse();
  checkWhole(scenario);
  return scenario;
}

function readArrivals(fields: Fields, options: ReadOptions): Arrivals {
  const kind = fields.oneOf('kind', ['poisson', 'constant', 'onOff', 'day', 'trace']);
  const rate = { most: MOST_PER_SECOND, isPositive: true };
  const period = { least: MICROSECOND_MS, most: MAX_UNTIL_MS };
  const read = (): Arrivals => {
    switch (kind) {
      case 'poisson':
        return { kind, perSecond: fields.number('perSecond', rate) };
      case 'constant':
        return { kind, everyMs: fields.number('everyMs', period) };
      case 'onOff':
        return {
          kind,
          perSecond: fields.number('perSecond', rate),
          onMs: fields.number('onMs', period),
          offMs: fields.number('offMs', period),
        };
      case 'day': {
        const most = MOST_PER_SECOND * 3600;
        const perHour = fields.numbers('perHour', { most, length: [HOURS, HOURS] });
        return { kind, perHour, ...(fields.has('peaks') && { peaks: readPeaks(fields) }) };
      }
      case 'trace':
        return readTraceArrivals(fields, options);
    }
  };
  const arrivals = read();
  fields.nothingElse();
  return arrivals;
}

function readPeaks(fields: Fields): Peak[] {
  const peaks = fields.list('peaks');
  if (peaks.length > MOST_PEAKS) {
    throw new ScenarioError('WRONG_LENGTH', fields.at('peaks'), { expected: MOST_PEAKS });
  }
  return peaks.map((one, index) => {
    const peak = fieldsOf(one, `${fields.at('peaks')}.${index}`);
    const atMs = peak.number('atMs', { most: MAX_UNTIL_MS });
    const calls = peak.number('calls', { most: MOST_CALLS });
    const overMs = peak.number('overMs', { least: MICROSECOND_MS, most: MAX_UNTIL_MS });
    peak.nothingElse();
    return { atMs, calls, overMs };
  });
}

function readTraceArrivals(fields: Fields, { readTrace }: ReadOptions): Arrivals {
  const kind = 'trace';
  if (fields.has('atMs')) {
    const moment = { most: MAX_UNTIL_MS, length: [1, MOST_TRACE_CALLS] as const };
    const atMs = fields.numbers('atMs', moment);
    const back = atMs.findIndex((at, index) => index > 0 && at < (atMs[index - 1] as number));
    if (back > 0) throw new ScenarioError('UNSORTED', `${fields.at('atMs')}.${back}`);
    const name = fields.has('file') ? { file: fields.text('file') } : {};
    if (!fields.has('durationsMs')) return { kind, ...name, atMs };
    const asLong = { ...moment, length: [atMs.length, atMs.length] as const };
    return { kind, ...name, atMs, durationsMs: fields.numbers('durationsMs', asLong) };
  }
  const file = fields.text('file');
  if (readTrace === undefined) throw new ScenarioError('NO_SUCH_FILE', fields.at('file'));
  return { kind, file, ...readTrace(file) };
}

function readDurations(fields: Fields): Durations {
  const kind = fields.oneOf('kind', ['constant', 'exponential', 'h2', 'lognormal', 'weibull', 'samples']);
  const read = (): Durations => {
    switch (kind) {
      case 'constant':
      case 'exponential':
      case 'h2':
        return { kind, mean: fields.number('mean', { most: Number.MAX_VALUE }) };
      case 'lognormal':
        return {
          kind,
          mu: fields.number('mu', { least: -1000, most: 1000 }),
          sigma: fields.number('sigma', { most: 1000 }),
        };
      case 'weibull':
        return {
          kind,
          k: fields.number('k', { most: 1000, isPositive: true }),
          lambda: fields.number('lambda', { most: Number.MAX_VALUE, isPositive: true }),
        };
      case 'samples':
        return { kind, values: fields.numbers('values', { most: MAX_MEAN_MS, length: [1, MOST_SAMPLES] }) };
    }
  };
  const durations = read();
  fields.nothingElse();
  if (!(meanMs(durations) <= MAX_MEAN_MS)) throw new ScenarioError('INFINITE_MEAN', fields.path);
  return durations;
}

function readTariffs(fields: Fields): string[] {
  if (!fields.has('tariffs')) return [];
  return fields.list('tariffs').map((id, index) => {
    if (typeof id !== 'string' || id === '')
      throw new ScenarioError('NOT_TEXT', `${fields.at('tariffs')}.${index}`);
    return id;
  });
}

/** Fields that only their readers use, each absent when nobody wrote it. */
function readExtras(fields: Fields, concurrencyLimit: number): Partial<Scenario> {
  const count = { most: MOST_INSTANCES, isWhole: true };
  return {
    ...(fields.has('coldIs') && { coldIs: fields.oneOf('coldIs', ['response', 'start']) }),
    ...(fields.has('failShare') && { failShare: fields.number('failShare', { most: 1 }) }),
    ...(fields.has('provisioned') && {
      provisioned: fields.number('provisioned', { ...count, most: concurrencyLimit }),
    }),
    ...(fields.has('whenFull') && { whenFull: fields.oneOf('whenFull', ['reject', 'queue']) }),
    ...(fields.has('scaling') && { scaling: readScaling(fields.inner('scaling')) }),
    ...(fields.has('keepWarm') && { keepWarm: readKeepWarm(fields.inner('keepWarm'), concurrencyLimit) }),
    ...(fields.has('queue') && { queue: readQueue(fields.inner('queue')) }),
  };
}

function readScaling(fields: Fields): { perTenSeconds: number } {
  const perTenSeconds = fields.number('perTenSeconds', { most: MOST_INSTANCES, least: 1, isWhole: true });
  fields.nothingElse();
  return { perTenSeconds };
}

function readKeepWarm(fields: Fields, most: number): { everyMs: number; instances: number } {
  const everyMs = fields.number('everyMs', { least: 1000, most: MAX_UNTIL_MS });
  const instances = fields.number('instances', { least: 1, most, isWhole: true });
  fields.nothingElse();
  return { everyMs, instances };
}

function readQueue(fields: Fields): NonNullable<Scenario['queue']> {
  const batchSize = fields.number('batchSize', { absent: 1, least: 1, most: 10_000, isWhole: true });
  const windowMs = fields.number('windowMs', { absent: 0, most: MAX_UNTIL_MS });
  const retryWaitsMs = fields.has('retryWaitsMs')
    ? fields.numbers('retryWaitsMs', { most: MAX_UNTIL_MS, length: [0, 100] })
    : [];
  fields.nothingElse();
  return { batchSize, windowMs, retryWaitsMs };
}

/** A day with next to no calls, for which one would look without end; with peaks there may be none at all. */
function isAlmostSilent({ perHour, peaks = [] }: Arrivals & { kind: 'day' }): boolean {
  const perDay = expectedArrivals({ kind: 'day', perHour }, MS_PER_DAY);
  return perDay < LEAST_CALLS && !(perDay === 0 && peaks.length > 0);
}

/** What no field can know alone. */
function checkWhole({ arrivals, warmMs, timeoutMs, untilMs, keepWarm }: Scenario): void {
  if (timeoutMs !== undefined && meanMs(warmMs) > timeoutMs) {
    throw new ScenarioError('LONGER_THAN_TIMEOUT', 'warmMs', { expected: timeoutMs });
  }
  if (arrivals.kind === 'day' && isAlmostSilent(arrivals)) {
    throw new ScenarioError('TOO_SMALL', 'arrivals.perHour', { expected: LEAST_CALLS });
  }
  if (arrivals.kind === 'onOff' && (arrivals.perSecond * arrivals.onMs) / 1000 < LEAST_CALLS) {
    throw new ScenarioError('TOO_SMALL', 'arrivals.onMs', { expected: LEAST_CALLS });
  }
  const pings = keepWarm === undefined ? 0 : (untilMs / keepWarm.everyMs) * keepWarm.instances;
  if (expectedArrivals(arrivals, untilMs) + pings > MOST_CALLS) {
    throw new ScenarioError('TOO_MANY_CALLS', 'untilMs', { expected: MOST_CALLS });
  }
}
