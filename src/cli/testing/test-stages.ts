/** What `npm test` runs for what it is asked: which parts, beside each other or after one another. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLAIMS } from '../../proof/index.ts';
import type { Row, Stage } from '../test-report.ts';
import type { Options } from '../test-settings.ts';

const BUILD = fileURLToPath(new URL('../build.ts', import.meta.url));

export interface VitestPart {
  readonly title: string;
  readonly vitestProjects: readonly string[];
  /** Only test files whose path holds one of these. */
  readonly files?: readonly string[];
  /** All but what `surveys.ts` lists. */
  readonly leavesOutSurveys?: boolean;
  /** How many files go on beside each other for each processor; 1 where it isn't said. */
  readonly workersPerCore?: number;
  /** Only what tests of every family of browsers do in others than Chromium. */
  readonly isInOtherFamilies?: boolean;
}

export type Part = { readonly title: string; readonly command: readonly string[] } | VitestPart;

const BUILD_PART: Part = { title: 'Site bouwen', command: ['node', BUILD] };

/**
 * A test of a page waits for its browser as its browser waits for it, and a check of an exercise for a queue: with one each, a
 * processor stands idle in between.
 */
const WAITING_PER_CORE = 1.5;
/** With so many nothing ever has a processor for itself. */
const BUSY_PER_CORE = 2;

const stages = (leavesOutSurveys: boolean): readonly Stage<Part>[] => [
  [
    [
      { title: 'Types van de site', command: ['astro', 'check'] },
      { title: 'Types van de voorbeelden', command: ['tsc', '--noEmit', '-p', 'content/functions'] },
      { title: 'Stijl van de code', command: ['biome', 'ci', '.'] },
      BUILD_PART,
    ],
    [{ title: 'Losse onderdelen', vitestProjects: ['unit'], workersPerCore: WAITING_PER_CORE }],
  ],
  [
    [
      { title: 'Gebouwde site', vitestProjects: ['site'] },
      {
        title: 'In de browser',
        vitestProjects: ['browser', 'pages'],
        workersPerCore: WAITING_PER_CORE,
        leavesOutSurveys,
      },
    ],
  ],
];

const WITH_REAL_SERVICE: Row<Part> = [
  BUILD_PART,
  {
    title: 'Met de echte WebContainer',
    vitestProjects: ['browser', 'pages'],
    files: ['test/host/host-', 'test/browser/container', 'test/browser/node-project'],
  },
];

type Asked = Pick<
  Options,
  'files' | 'inAllBrowsers' | 'isRecorded' | 'times' | 'withOtherFamilies' | 'withRealService'
>;

/** @param project folder of the project, in which the files with paths are looked for */
export function stagesOf(asked: Asked, project: string): readonly Stage<Part>[] {
  const { files, inAllBrowsers, isRecorded, times, withOtherFamilies, withRealService } = asked;
  if (times > 1) return [[[BUILD_PART, ...repeated(times, files.length > 0 ? files : pathFiles(project))]]];
  // The site first, since what was asked for may be about that.
  if (files.length > 0) {
    const vitestProjects = ['unit', 'site', 'browser', 'pages'];
    return [[[BUILD_PART, { title: 'Wat gevraagd is', vitestProjects, files }]]];
  }
  if (withRealService) return [[WITH_REAL_SERVICE]];
  const isWhole = withOtherFamilies || inAllBrowsers || isRecorded;
  const inChromium = stages(!isWhole);
  return withOtherFamilies ? [...inChromium, [[inOtherFamilies(project)]]] : inChromium;
}

/** Chromium had its turn: here a file waits most of the time for the driver of its browser. */
function inOtherFamilies(project: string): Part {
  const proven = CLAIMS.filter(({ isPerFamily }) => isPerFamily === true).flatMap(({ tests }) =>
    tests.map(([file]) => `test/${file}`),
  );
  return {
    title: 'Wegen in Firefox en WebKit',
    vitestProjects: ['browser', 'pages'],
    files: [...new Set([...pathFiles(project), ...proven])],
    workersPerCore: WAITING_PER_CORE,
    isInOtherFamilies: true,
  };
}

/** Each time from the beginning, as somebody does who runs the tests again. */
function repeated(times: number, files: readonly string[]): Row<Part> {
  return Array.from({ length: times }, (_, at) => ({
    title: `Keer ${at + 1} van ${times}`,
    vitestProjects: ['unit', 'browser', 'pages'],
    files,
    workersPerCore: BUSY_PER_CORE,
  }));
}

/** The files of tests that walk as a reader, in every family of browsers. */
export function pathFiles(project: string): readonly string[] {
  return globSync('test/browser/**/*.test.ts', { cwd: project })
    .filter((file) => readFileSync(join(project, file), 'utf8').includes("/families/index.ts'"))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
