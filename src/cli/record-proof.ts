/**
 * `npm test -- --record`: writes down which claims of `src/proof/` this run saw proven. A claim of which a test failed, was left
 * out or was not among those asked for, keeps what was written before: the page tells whether that is older than the code.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { digestOf, RECORD, recordIn } from '../build/recording/proof-integration.ts';
import { CLAIMS, type Claim, type ProofRecord, type Recorded } from '../proof/index.ts';

/** One test as Vitest's JSON reporter tells it. */
export interface TestOutcome {
  /** Under `test/`, with forward slashes. */
  readonly file: string;
  /** Of the groups around it, the outermost first, and its own last; with what stood in the place of `%s`. */
  readonly titles: readonly string[];
  readonly status: string;
}

/** @param report JSON of Vitest's reporter @param project its folder */
export function outcomesIn(report: string, project: string): TestOutcome[] {
  const { testResults } = JSON.parse(report) as {
    readonly testResults: readonly {
      readonly name: string;
      readonly assertionResults: readonly {
        readonly ancestorTitles: readonly string[];
        readonly title: string;
        readonly status: string;
      }[];
    }[];
  };
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      file: relative(join(project, 'test'), name).replaceAll('\\', '/'),
      titles: [...ancestorTitles, title],
      status,
    })),
  );
}

/**
 * @param versions of the browsers that tests may have run in, by the name of the family
 * @returns null when a test of it failed, did not run or was left out
 */
export function provenBy(
  { tests, isPerFamily }: Claim,
  outcomes: readonly TestOutcome[],
  versions: ReadonlyMap<string, string>,
): Pick<Recorded, 'tests' | 'browsers'> | null {
  const ofEach = tests.map(([file, title]) => {
    const isIt = patternOf(title);
    return outcomes.filter((one) => one.file === file && one.titles.some((text) => isIt.test(text)));
  });
  if (ofEach.some((found) => found.length === 0)) return null;
  const all = [...new Set(ofEach.flat())];
  if (all.some(({ status }) => status !== 'passed')) return null;
  const isIn = (family: string) =>
    ofEach.every((found) => found.some(({ titles }) => hasWord(titles, family)));
  const inBrowser = all.some(({ file }) => file.startsWith('browser/') || file.includes('.browser.'));
  const families = [...versions].filter(([family]) =>
    isPerFamily === true ? isIn(family) : inBrowser && family === 'Chromium',
  );
  return { tests: all.length, browsers: families.map(([family, version]) => `${family} ${version}`) };
}

const hasWord = (titles: readonly string[], word: string) =>
  titles.some((title) => title.split(/[^\p{L}]+/u).includes(word));

/** Of a title as written: what Vitest and a template put something into, may be anything. */
function patternOf(title: string): RegExp {
  const parts = title.split(/%[sdifjo#]|\$\{[^}]*\}|\$[\w.]+/);
  // A path of a reader gets its family behind its name.
  return new RegExp(
    `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}(?: \\((?:Chromium|Firefox|WebKit)\\))?$`,
    's',
  );
}

/** @returns how many claims this run saw proven, of how many; it writes them down. @throws Error where there is no repository */
export function record(
  project: string,
  outcomes: readonly TestOutcome[],
  versions: ReadonlyMap<string, string>,
  today: Date,
): { readonly proven: number; readonly of: number } {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: project, encoding: 'utf8' }).trim();
  const day = today.toISOString().slice(0, 10);
  const now = CLAIMS.flatMap((claim) => {
    const held = provenBy(claim, outcomes, versions);
    return held === null
      ? []
      : [[claim.id, { commit, day, digest: digestOf(project, claim), ...held }] as const];
  });
  const kept = Object.entries(recordIn(project).claims).filter(([id]) =>
    CLAIMS.some((claim) => claim.id === id),
  );
  const all = Object.fromEntries([...kept, ...now].sort(([a], [b]) => (a < b ? -1 : 1)));
  const path = join(project, RECORD);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, printed({ v: 1, claims: all }));
  return { proven: now.length, of: CLAIMS.length };
}

/** As the project's formatter has it: a short list is one line. */
function printed(record: ProofRecord): string {
  const text = JSON.stringify(record, null, 2);
  return `${text.replace(/\[\n\s+([^[\]]*?)\n\s+\]/g, (_, inside: string) => `[${inside.replace(/\n\s+/g, ' ')}]`)}\n`;
}

/** @returns what a browser says of itself, without its name: `150.0.7632.45`; null when it says nothing */
export function versionOf(program: string): string | null {
  try {
    const said = execFileSync(program, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? null;
  } catch {
    return null;
  }
}

/** @param file that a reporter wrote; nothing when it wrote none */
export function outcomesFrom(file: string, project: string): TestOutcome[] {
  try {
    return outcomesIn(readFileSync(file, 'utf8'), project);
  } catch {
    return [];
  }
}
