/**
 * A report of a failure: the file of a tape, and in it what failed, with which settings, in which version of the course and in which
 * browser. Whatever opens a tape opens a report.
 */
import { printTape, type Tape } from '../../engine/index.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { Playground } from '../model/playground.ts';

export interface FailureReport {
  /** Title of the playground. */
  readonly playground: string;
  readonly failed: {
    readonly code: string;
    /** What the reader was told. */
    readonly words: string;
  };
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly concurrencyLimit: number;
  /** A setting a line, as it was typed. */
  readonly env: string;
  /** Of the course; null where the page does not say. */
  readonly version: string | null;
  /** The browser, as it calls itself. */
  readonly userAgent: string;
}

/** Of what could not be recorded, the code is all that is left. */
const nothingOf = (code: Readonly<Record<string, string>>): Tape => ({
  maxInstances: null,
  inputs: [],
  codes: [Object.entries(code).map(([path, text]) => ({ path, text }))],
  instances: [],
  invocations: [],
  calls: [],
  results: [],
  logs: [],
});

/** The text of the file. */
export function reportFile(
  tape: Tape | null,
  code: Readonly<Record<string, string>>,
  report: FailureReport,
): string {
  const print = (recorded: Tape): string | null => {
    const reported: Tape & { readonly report: FailureReport } = { ...recorded, report };
    return printTape(reported);
  };
  const file = (tape && print(tape)) ?? print(nothingOf(code));
  if (file === null) throw new Error('code that is larger than a file may be');
  return file;
}

/** @returns the name of the file */
export function saveReport(
  { sample, settings, lab, edits }: Playground,
  failed: FailureReport['failed'],
  version: string | null,
): string {
  const report = {
    playground: sample.title,
    failed,
    memoryMb: settings.memoryMb.peek(),
    timeoutMs: settings.timeoutMs.peek(),
    concurrencyLimit: settings.concurrencyLimit.peek(),
    env: settings.envText.peek(),
    version,
    userAgent: navigator.userAgent,
  };
  const fileName = `${sample.name}.foutmelding.json`;
  saveFile(fileName, reportFile(lab.peek()?.tape() ?? null, edits.texts.peek(), report), 'application/json');
  return fileName;
}

/** What a tape was saved for; null when it is no report, or says of itself what cannot be read. */
export function reportOf(tape: Tape): FailureReport | null {
  const report: unknown = 'report' in tape ? tape.report : null;
  return isReport(report) ? report : null;
}

function isReport(value: unknown): value is FailureReport {
  if (!isRecord(value)) return false;
  const { failed, version } = value;
  const isText = (name: string) => typeof value[name] === 'string';
  const isNumber = (name: string) => typeof value[name] === 'number';
  return (
    ['playground', 'env', 'userAgent'].every(isText) &&
    ['memoryMb', 'timeoutMs', 'concurrencyLimit'].every(isNumber) &&
    (version === null || isText('version')) &&
    isRecord(failed) &&
    typeof failed['code'] === 'string' &&
    typeof failed['words'] === 'string'
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where it came from, and what failed there: a line each. */
export function reportInWords({
  playground,
  failed,
  memoryMb,
  timeoutMs,
  concurrencyLimit,
  env,
  version,
  userAgent,
}: FailureReport): readonly string[] {
  return [
    `Dit is een foutmelding uit “${playground}”: ${failed.words} (${failed.code})`,
    `Ingesteld was: ${memoryMb.toLocaleString('nl')} MB, een timeout van ${(timeoutMs / 1_000).toLocaleString('nl')} s, maximaal ${concurrencyLimit.toLocaleString('nl')} tegelijk${env === '' ? '' : `, en ${env.replaceAll('\n', ', ')}`}.`,
    `Functielab ${version ?? 'zonder versie'}, in ${userAgent}.`,
  ];
}
