/** Reads what Stryker found: how many mutants the tests noticed, and which they did not. */
import { readFileSync } from 'node:fs';

/** The part of Stryker's report (mutation-testing-elements' schema) that counts here. */
interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

export interface Score {
  readonly killed: number;
  readonly survived: number;
  /** Mutants that no test even runs. */
  readonly uncovered: number;
  /** A line for each that lives: where it is, and what it says instead. */
  readonly living: readonly string[];
}

/**
 * A mutant that runs into the time limit is killed, as one is that fails a test; one that cannot run is no mutant.
 * One that changes nothing which can be seen counts as a survivor, since nobody can count those fairly.
 */
export function readScore(file: string): Score {
  const report: Report = JSON.parse(readFileSync(file, 'utf8'));
  const all = Object.entries(report.files).flatMap(([path, { mutants }]) =>
    mutants.map((mutant) => ({ path, mutant })),
  );
  const count = (...statuses: string[]) =>
    all.filter(({ mutant }) => statuses.includes(mutant.status)).length;
  return {
    killed: count('Killed', 'Timeout'),
    survived: count('Survived'),
    uncovered: count('NoCoverage'),
    living: all
      .filter(({ mutant }) => ['Survived', 'NoCoverage'].includes(mutant.status))
      .map(({ path, mutant: { mutatorName, replacement = '', location, status } }) => {
        const text = replacement.replace(/\s+/g, ' ').slice(0, 60);
        return `${path}:${location.start.line} ${mutatorName}${status === 'NoCoverage' ? ' (no test)' : ''}: ${text}`;
      }),
  };
}

/** @returns one line a room: `billing  1900 killed  200 survived  83 without a test  87.0 %` */
export function scoreLine(room: string, { killed, survived, uncovered }: Score): string {
  const all = killed + survived + uncovered;
  const share = all === 0 ? '–' : `${((100 * killed) / all).toFixed(1)} %`;
  return `${room.padEnd(10)} ${killed} killed, ${survived} survived, ${uncovered} without a test: ${share}`;
}
