/**
 * One line of an AWS Lambda log that tells what an invocation used, as it comes out of CloudWatch: plain text with
 * tabs or spaces, with anything before it (a timestamp, a column of a CSV export), or the JSON form of it.
 *
 * Source of the fields: AWS Lambda developer guide, "Working with Lambda function logs" and the schema of
 * `platform.report` in the Telemetry API.
 */
import type { UsageRecord } from '../usage.ts';

export interface Report {
  readonly record: UsageRecord;
  /** What the platform itself says it billed, ms; null when it does not say. */
  readonly billedMs: number | null;
  /** Restoring a snapshot is billed by rules that we do not have. */
  readonly hasRestore: boolean;
}

export type ReportProblem = { readonly code: 'UNREADABLE_REPORT'; readonly field: string };

const START = /REPORT RequestId:/;

/** @returns null for a line about something else */
export function readReportLine(line: string): Report | ReportProblem | null {
  const at = line.search(START);
  if (at >= 0) return readText(line.slice(at));
  if (line.includes('platform.report') && line.includes('{')) return readJson(line);
  return null;
}

function amountOf(text: string, name: string): number | null {
  // "Duration" is also the end of other names: what comes before it must not be a word.
  const at = new RegExp(`(?:^|[\\t"]|  | )${name}: (\\S+) (?:ms|MB)\\b`).exec(text)?.[1];
  return at === undefined || !/^\d+(\.\d+)?$/.test(at) ? null : Number(at);
}

function durationOf(text: string): number | null {
  const found = /(?:^|[\t ])(?<!Billed |Init |Restore )Duration: (\S+) ms\b/.exec(text)?.[1];
  return found === undefined || !/^\d+(\.\d+)?$/.test(found) ? null : Number(found);
}

function readText(text: string): Report | ReportProblem {
  const durationMs = durationOf(text);
  if (durationMs === null) return { code: 'UNREADABLE_REPORT', field: 'Duration' };
  const memoryMb = amountOf(text, 'Memory Size');
  if (memoryMb === null) return { code: 'UNREADABLE_REPORT', field: 'Memory Size' };
  return made({
    durationMs,
    memoryMb,
    billedMs: amountOf(text, 'Billed Duration'),
    memoryUsedMb: amountOf(text, 'Max Memory Used'),
    initMs: amountOf(text, 'Init Duration'),
    restoreMs: amountOf(text, 'Restore Duration'),
  });
}

interface Facts {
  readonly durationMs: number;
  readonly memoryMb: number;
  readonly billedMs: number | null;
  readonly memoryUsedMb: number | null;
  readonly initMs: number | null;
  readonly restoreMs: number | null;
}

function made({ durationMs, memoryMb, billedMs, memoryUsedMb, initMs, restoreMs }: Facts): Report {
  return {
    record: {
      durationMs,
      memoryMb,
      ...(initMs !== null && { initMs }),
      ...(memoryUsedMb !== null && { memoryUsedMb }),
    },
    billedMs,
    hasRestore: restoreMs !== null,
  };
}

function readJson(line: string): Report | ReportProblem | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line.slice(line.indexOf('{')));
  } catch {
    return { code: 'UNREADABLE_REPORT', field: 'JSON' };
  }
  if (field(parsed, 'type') !== 'platform.report') return null;
  const metrics = field(field(parsed, 'record'), 'metrics');
  const number = (name: string) => {
    const value = field(metrics, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const durationMs = number('durationMs');
  if (durationMs === null) return { code: 'UNREADABLE_REPORT', field: 'durationMs' };
  const memoryMb = number('memorySizeMB');
  if (memoryMb === null) return { code: 'UNREADABLE_REPORT', field: 'memorySizeMB' };
  return made({
    durationMs,
    memoryMb,
    billedMs: number('billedDurationMs'),
    memoryUsedMb: number('maxMemoryUsedMB'),
    initMs: number('initDurationMs'),
    restoreMs: number('restoreDurationMs'),
  });
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
