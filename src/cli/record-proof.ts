/**
 * `npm test -- --record`: writes down which claims of `src/proof/` this run saw proven. A claim of which a test failed, was left
 * out or was not among those asked for, keeps what was written before: the page tells whether that is older than the code.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { digestOf, RECORD, recordIn } from '../build/recording/proof-integration.ts';
import { CLAIMS, type Claim, FAMILIES, type ProofRecord, type Recorded, withRun } from '../proof/index.ts';

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
 * @returns for each family in which all of it passed, with how many tests; one without a browser for what needs none; empty when a
 *   test of it failed, did not run or was left out
 */
export function provenBy(
  { tests, isPerFamily }: Claim,
  outcomes: readonly TestOutcome[],
  versions: ReadonlyMap<string, string>,
): Pick<Recorded, 'tests' | 'browser'>[] {
  const ofEach = tests.map(([file, title]) => {
    const here = told(outcomes.filter((one) => one.file === file));
    return here.flatMap((one) => {
      const family = familyIn(one.titles, title);
      return family === undefined ? [] : [{ one, family }];
    });
  });
  const held = (found: typeof ofEach) => {
    const all = new Set(found.flat().map(({ one }) => one));
    const isHeld =
      found.every((some) => some.length > 0) && [...all].every(({ status }) => status === 'passed');
    return isHeld ? all.size : 0;
  };
  if (isPerFamily === true)
    return [...versions].flatMap(([name, version]) => {
      // What ran outside a browser, on Node, is no less a part of it.
      const here = ofEach.map((found) => found.filter(({ family }) => family === name || family === null));
      const isIn = here.every((found) => found.some(({ family }) => family === name));
      const count = isIn ? held(here) : 0;
      return count > 0 ? [{ tests: count, browser: `${name} ${version}` }] : [];
    });
  const count = held(ofEach);
  if (count === 0) return [];
  const inBrowser = tests.some(([file]) => file.startsWith('browser/') || file.includes('.browser.'));
  const chromium = versions.get('Chromium');
  if (!inBrowser) return [{ tests: count, browser: null }];
  return chromium === undefined ? [] : [{ tests: count, browser: `Chromium ${chromium}` }];
}

/** What one part left out, since it is for other families alone, and another part ran. */
function told(outcomes: readonly TestOutcome[]): TestOutcome[] {
  const hasRun = ({ status }: TestOutcome) => status === 'passed' || status === 'failed';
  const nameOf = ({ titles }: TestOutcome) => titles.join('\n');
  const ran = new Set(outcomes.filter(hasRun).map(nameOf));
  return outcomes.filter((one) => hasRun(one) || !ran.has(nameOf(one)));
}

/**
 * @param titles of one outcome @param title as the test is written
 * @returns undefined when it is another test; else its family, or null when it names none: that is what stands in the place of a
 *   `%s`, or what a path of a reader gets behind its name, since any title may speak of a browser
 */
function familyIn(titles: readonly string[], title: string): string | null | undefined {
  const pattern = patternOf(title);
  for (const text of titles) {
    const match = pattern.exec(text);
    if (match !== null) return match.slice(1).find((part) => Object.hasOwn(FAMILIES, part ?? '')) ?? null;
  }
  return undefined;
}

/** Of a title as written: what Vitest and a template put something into, may be anything. */
function patternOf(title: string): RegExp {
  const parts = title.split(/%[sdifjo#]|\$\{[^}]*\}|\$[\w.]+/);
  return new RegExp(
    `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.*)')}(?: \\((${Object.keys(FAMILIES).join('|')})\\))?$`,
    's',
  );
}

/** @returns in Dutch why nothing can be written down: then no commit has the code that would be tested; null when it can */
export function whyNotRecorded(project: string): string | null {
  const changed = execFileSync('git', ['status', '--porcelain', '--', '.', `:(exclude)${RECORD}`], {
    cwd: project,
    encoding: 'utf8',
  }).trimEnd();
  return changed === '' ? null : `Dit zit in geen commit, dus er valt niets op te schrijven:\n${changed}`;
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
  const before = recordIn(project).claims;
  let proven = 0;
  const claims = CLAIMS.flatMap((claim) => {
    const held = provenBy(claim, outcomes, versions);
    const known = before[claim.id] ?? [];
    if (held.length > 0) proven += 1;
    const digest = held.length > 0 ? digestOf(project, claim) : '';
    const now = held.map((one) => ({ commit, day, digest, ...one }));
    const all = now.length > 0 ? withRun(known, now) : known;
    return all.length > 0 ? [[claim.id, all] as const] : [];
  });
  const sorted = Object.fromEntries(claims.sort(([a], [b]) => (a < b ? -1 : 1)));
  const path = join(project, RECORD);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ v: 2, claims: sorted } satisfies ProofRecord, null, 2)}\n`);
  return { proven, of: CLAIMS.length };
}

/** @param file that a reporter wrote; nothing when it wrote none */
export function outcomesFrom(file: string, project: string): TestOutcome[] {
  try {
    return outcomesIn(readFileSync(file, 'utf8'), project);
  } catch {
    return [];
  }
}
