/**
 * What `npm test` says: parts that go on beside each other one after another, since what uses one processor at most needs not
 * keep the others waiting, and at its end counts from Vitest's own report, one for each other part, and a table.
 */
import { readFileSync } from 'node:fs';
import type { TestSettings } from './test-settings.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface Result extends Counts {
  readonly title: string;
  readonly durationMs: number;
}

export const ONE_PASSED: Counts = { passed: 1, failed: 0 };
export const ONE_FAILED: Counts = { passed: 0, failed: 1 };

/**
 * @param reportFile what Vitest's JSON reporter wrote, if it came to that
 * @param hasSucceeded whether Vitest ended well: a file that cannot be loaded counts no failed test, yet fails
 */
export function countVitest(reportFile: string, hasSucceeded: boolean): Counts {
  const { passed, failed } = readReport(reportFile);
  return { passed, failed: hasSucceeded ? failed : Math.max(failed, 1) };
}

function readReport(file: string): Counts {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numberIn(report, 'numPassedTests'), failed: numberIn(report, 'numFailedTests') };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function numberIn(report: unknown, field: string): number {
  const value: unknown =
    typeof report === 'object' && report !== null ? Reflect.get(report, field) : undefined;
  return typeof value === 'number' ? value : 0;
}

export function table(results: readonly Result[], totalMs: number): string {
  const width = Math.max(...results.map(({ title }) => title.length));
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`.padStart(8);
  const lines = results.map(({ title, passed, failed, durationMs }) => {
    const outcome = failed === 0 ? `${passed} goed` : `${passed} goed, ${failed} fout`;
    return `${failed === 0 ? '✓' : '✗'} ${title.padEnd(width)} ${seconds(durationMs)}   ${outcome}`;
  });
  return [...lines, `  ${'Samen'.padEnd(width)} ${seconds(totalMs)}`].join('\n');
}

/** With what the laws were tried, and how to try the same again. */
export function seedLine({ seed, breadth }: Pick<TestSettings, 'seed' | 'breadth'>): string {
  const command = breadth === 1 ? 'npm test' : 'npm run test:deep';
  return `Wetten: startgetal ${seed}, ${breadth} × de gevallen. Nog eens hetzelfde: ${command} -- --seed=${seed}`;
}

/** In English, since scripts look for it. */
export function summaryLine(results: readonly Counts[]): string {
  const sum = (field: keyof Counts) => results.reduce((total, counts) => total + counts[field], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** Parts one after another. */
export type Row<Part> = readonly Part[];

/** Rows that go on beside each other. */
export type Stage<Part> = readonly Row<Part>[];

export type Write = (text: string | Buffer) => void;

/**
 * What a row says is kept until the rows before it have ended.
 *
 * @param run one part; what it says goes to `write`, and what it throws ends the stage
 * @returns results in the order of the rows, once all have ended
 */
export async function runStage<Part extends { readonly title: string }>(
  stage: Stage<Part>,
  run: (part: Part, write: Write) => Promise<Counts>,
  print: Write,
): Promise<Result[]> {
  const rows = stage.map((row) => {
    const output = heldBack(print);
    return { output, ended: runRow(row, run, output.write) };
  });
  const results: Result[] = [];
  for (const { output, ended } of rows) {
    output.release();
    results.push(...(await ended));
  }
  return results;
}

async function runRow<Part extends { readonly title: string }>(
  row: Row<Part>,
  run: (part: Part, write: Write) => Promise<Counts>,
  write: Write,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const part of row) {
    write(`\n── ${part.title} ──\n`);
    results.push(await timed(part.title, () => run(part, write)));
  }
  return results;
}

export async function timed(title: string, run: () => Promise<Counts>): Promise<Result> {
  const started = performance.now();
  const counts = await run();
  return { title, ...counts, durationMs: performance.now() - started };
}

function heldBack(print: Write): { readonly write: Write; release(): void } {
  const held: (string | Buffer)[] = [];
  let isReleased = false;
  return {
    write: (text) => {
      if (isReleased) print(text);
      else held.push(text);
    },
    release: () => {
      isReleased = true;
      for (const text of held.splice(0)) print(text);
    },
  };
}
