/**
 * What failed, told once more at the end of a run: among a thousand lines of what went well nobody finds it, and a service that
 * keeps only the end of what is printed loses it.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export interface Failure {
  /** From the folder of the project, with forward slashes. */
  readonly file: string;
  /** Of the groups around it, the outermost first, and its own last; empty for a file that could not be loaded. */
  readonly titles: readonly string[];
  readonly message: string;
}

/** The line that went wrong and what a page showed; the rest of a long trace stands where the test itself reported. */
const MAX_LINES = 24;
/** Where a part says what is wrong when no test does: at its end. */
const LAST_LINES = 40;
/** Of a trace, the lines that say nothing of a test. */
const OF_THE_RUNNER = /^\s+at (?:new Promise \(<anonymous>\)$|.*[\\/]node_modules[\\/]|.*node:internal[\\/])/;

/**
 * @param reportFile of Vitest's JSON reporter
 * @returns empty when all went well, or when there is no report: then what was printed says why
 */
export function failuresIn(reportFile: string, project: string): Failure[] {
  const report = readReport(reportFile);
  return report.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(project, name).replaceAll('\\', '/');
    const failed = assertionResults.filter((one) => one.status === 'failed');
    // A file that fails without a failed test could not be loaded, or ended badly.
    if (failed.length === 0) return status === 'failed' ? [{ file, titles: [], message }] : [];
    return failed.map(({ ancestorTitles, title, failureMessages }) => ({
      file,
      titles: [...ancestorTitles, title],
      message: failureMessages.join('\n'),
    }));
  });
}

interface FileReport {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly ancestorTitles: readonly string[];
    readonly title: string;
    readonly failureMessages: readonly string[];
  }[];
}

function readReport(file: string): readonly FileReport[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly testResults: readonly FileReport[] })
      .testResults;
  } catch {
    return [];
  }
}

/** @returns one test after another, each with the beginning of what it said */
export function failureLines(failures: readonly Failure[]): string {
  return failures
    .map(({ file, titles, message }) => {
      const lines = linesOf(message).filter((line) => !OF_THE_RUNNER.test(line));
      const left = lines.length - MAX_LINES;
      const shown = [...lines.slice(0, MAX_LINES), ...(left > 0 ? [`… en nog ${left} regels`] : [])];
      return `✗ ${[file, ...titles].join(' > ')}\n${indented(shown)}`;
    })
    .join('\n\n');
}

/** @returns what a part said last, for one that failed without a test that did: a type, an error outside every test */
export function lastLines(title: string, output: string): string {
  return `✗ ${title}\n${indented(linesOf(output).slice(-LAST_LINES))}`;
}

const linesOf = (text: string) => stripVTControlCharacters(text).trim().split('\n');
const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`.trimEnd()).join('\n');
