/**
 * What AWS Lambda logs of an invocation, in the four ways in which it comes out of CloudWatch: the REPORT line (with tabs or
 * spaces, anything before it, several on a line, in colours), the JSON form of it, and the fields that Logs Insights
 * makes of it.
 *
 * Sources: AWS Lambda developer guide, "Working with Lambda function logs" and the schema of `platform.report` in the
 * Telemetry API; CloudWatch Logs user guide, "Supported logs and discovered fields" (all read 2026-11-28). That Insights
 * counts memory in bytes of a million to the megabyte (`@memorySize 1.28E8` for 128 MB) is what its exports show.
 */
import type { UsageRecord } from '../usage.ts';
import { amountOf, dated, type Found, fieldOf, type Item, NOTHING, refusal } from './found.ts';

const START = 'REPORT RequestId:';
const FACT =
  /(?:^|\s)(Duration|Billed Duration|Init Duration|Restore Duration|Memory Size|Max Memory Used): *(\S+)\s+(ms|MB)\b/g;
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*[A-Za-z]`, 'g');
const ODD = new RegExp(`[${String.fromCharCode(27)}\u00a0\\\\]`);
const PLAIN = /^\d+(\.\d+)?$/;
const ENGLISH = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const BYTES_PER_MIB = 1_048_576;
const BYTES_PER_MB = 1_000_000;

/** All REPORTs of a text; none for a text about something else. */
export function readReports(text: string): readonly Item[] {
  const first = text.indexOf(START);
  if (first >= 0) {
    const second = text.indexOf(START, first + START.length);
    const own = text.slice(first);
    const reports = (second < 0 ? [own] : own.split(/(?=REPORT RequestId:)/)).map(readReport);
    // Whoever prints logs puts the time before the line.
    return first === 0 ? reports : dated(reports, text.slice(0, first));
  }
  if (text.includes('platform.report') && text.includes('{')) return readJsonReport(text);
  return NOTHING;
}

function readReport(text: string): Item {
  const clean = ODD.test(text) ? cleaned(text) : text;
  const facts: Facts = { ...NO_FACTS };
  FACT.lastIndex = 0;
  for (let fact = FACT.exec(clean); fact !== null; fact = FACT.exec(clean)) {
    const [, name = '', amount = '', unit] = fact;
    const key = keys[name];
    // "12.4 MB" is no duration, and the first of two counts.
    if (key === undefined || facts[key] !== null || (key.endsWith('Ms') ? 'ms' : 'MB') !== unit) continue;
    facts[key] = measuredOf(amount);
  }
  if (facts.durationMs === null) return refusal('UNREADABLE_REPORT', 'Duration');
  if (facts.memoryMb === null) return refusal('UNREADABLE_REPORT', 'Memory Size');
  return made({ ...facts, durationMs: facts.durationMs, memoryMb: facts.memoryMb });
}

/** Without what a terminal and a web page make of tabs, and with the tabs of JSON that was copied as it stands. */
function cleaned(text: string): string {
  return text.replace(COLOUR, '').replaceAll('\u00a0', ' ').replaceAll('\\t', '\t');
}

/** `12.41`, and `1,234.56` as some tools print it; null for anything else. */
function measuredOf(text: string): number | null {
  if (PLAIN.test(text)) return Number(text);
  return ENGLISH.test(text) ? Number(text.replaceAll(',', '')) : null;
}

interface Facts {
  durationMs: number | null;
  memoryMb: number | null;
  billedMs: number | null;
  memoryUsedMb: number | null;
  initMs: number | null;
  restoreMs: number | null;
}

const NO_FACTS: Facts = {
  durationMs: null,
  memoryMb: null,
  billedMs: null,
  memoryUsedMb: null,
  initMs: null,
  restoreMs: null,
};

const keys: Readonly<Record<string, keyof Facts>> = {
  Duration: 'durationMs',
  'Billed Duration': 'billedMs',
  'Init Duration': 'initMs',
  'Restore Duration': 'restoreMs',
  'Memory Size': 'memoryMb',
  'Max Memory Used': 'memoryUsedMb',
};

function made(facts: Facts & { readonly durationMs: number; readonly memoryMb: number }): Found {
  const { durationMs, memoryMb, billedMs, memoryUsedMb, initMs, restoreMs } = facts;
  const record: { -readonly [Key in keyof UsageRecord]: UsageRecord[Key] } = { durationMs, memoryMb };
  if (initMs !== null) record.initMs = initMs;
  if (memoryUsedMb !== null) record.memoryUsedMb = memoryUsedMb;
  return {
    record,
    cloud: 'aws',
    billedMs,
    isRestored: restoreMs !== null,
    isMemoryAssumed: false,
    atMs: null,
  };
}

/** A `platform.report` with anything around it, also with the doubled quotes of a CSV. */
function readJsonReport(text: string): readonly Item[] {
  const start = text.indexOf('{');
  const body = text.slice(start, text.lastIndexOf('}') + 1);
  const value = jsonOf(body) ?? jsonOf(body.replaceAll('""', '"'));
  if (value === undefined) return [refusal('UNREADABLE_REPORT', 'JSON')];
  // Its own time, or the one that a program put before it.
  return dated(dated(readPlatformEvent(value), fieldOf(value, 'time')), text.slice(0, start));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One event of the platform, as JSON: a report, or something else that it tells. */
export function readPlatformEvent(value: unknown): readonly Item[] {
  if (fieldOf(value, 'type') !== 'platform.report') return NOTHING;
  const metrics = fieldOf(fieldOf(value, 'record'), 'metrics');
  const number = (name: string) => {
    const metric = fieldOf(metrics, name);
    return typeof metric === 'number' ? amountOf(metric) : null;
  };
  const durationMs = number('durationMs');
  if (durationMs === null) return [refusal('UNREADABLE_REPORT', 'durationMs')];
  const memoryMb = number('memorySizeMB');
  if (memoryMb === null) return [refusal('UNREADABLE_REPORT', 'memorySizeMB')];
  return [
    made({
      durationMs,
      memoryMb,
      billedMs: number('billedDurationMs'),
      memoryUsedMb: number('maxMemoryUsedMB'),
      initMs: number('initDurationMs'),
      restoreMs: number('restoreDurationMs'),
    }),
  ];
}

/** The fields of Logs Insights that make a bill possible. */
export const insightsNeeds = ['@duration', '@memorySize'] as const;

/** Whether a table of Logs Insights has a line of usage in each row, and not only the message. */
export function hasInsightsFields(names: readonly string[]): boolean {
  return names.includes('@duration') || names.includes('@billedDuration');
}

/**
 * One row of Logs Insights. A row without a duration is about another line of the log.
 *
 * @param cellOf what stands under a name, as text; empty or undefined when nothing does
 */
export function readInsightsRow(cellOf: (name: string) => unknown): readonly Item[] {
  const isEmpty = (name: string) => [undefined, null, ''].includes(cellOf(name) as string);
  if (isEmpty('@duration')) return NOTHING;
  const durationMs = amountOf(cellOf('@duration'));
  if (durationMs === null) return [refusal('NOT_A_NUMBER', '@duration')];
  const memoryMb = megabytesOf(amountOf(cellOf('@memorySize')));
  if (memoryMb === null) return [refusal('NOT_MEGABYTES', '@memorySize')];
  const used = amountOf(cellOf('@maxMemoryUsed'));
  return [
    made({
      durationMs,
      memoryMb,
      billedMs: amountOf(cellOf('@billedDuration')),
      memoryUsedMb: used === null ? null : (megabytesOf(used) ?? used / BYTES_PER_MB),
      initMs: amountOf(cellOf('@initDuration')),
      restoreMs: amountOf(cellOf('@restoreDuration')),
    }),
  ];
}

/**
 * Bytes as the megabytes that were set: 128,000,000 and 134,217,728 are both 128. No size of a function is a whole number in
 * both, the first would be 16,384.
 */
function megabytesOf(bytes: number | null): number | null {
  if (bytes === null || bytes < BYTES_PER_MB) return null;
  const each = bytes % BYTES_PER_MIB === 0 ? BYTES_PER_MIB : BYTES_PER_MB;
  return bytes % each === 0 ? bytes / each : null;
}
