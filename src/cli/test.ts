/**
 * `npm test`: every check of the project, in the order in which a mistake shows soonest. A part that fails does
 * not stop the others, so that one run tells all. The last line is for machines: `N passed, N failed`. What uses one
 * processor at most, types and the build, goes on beside the unit tests, and is told before them.
 *
 * `--browsers` runs the browser tests in Firefox and WebKit too, where they are found. `--deep` does so as well, and
 * gives every law many more cases from a seed of its own, which the report names; `--seed=N` repeats one.
 * `--webcontainer` runs the tests of the container alone, against the real service instead of its stand-in; it needs
 * internet. `--families` is what the continuous integration runs: the surveys too (`testing/surveys.ts`), and the paths of a
 * reader in Firefox and WebKit afterwards. `--times=5` walks these paths so many times, on a machine that it keeps busy. Files
 * (`test/browser/paths.test.ts`) are tried alone, on a site that was just built. `--record` writes down what is proven, for the
 * page that says so (`record-proof.ts`). `--pictures` keeps the pictures of screens as they are now.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { versionOf, webkitVersion } from './browser-version.ts';
import { ensureBrowser, ensureHeadlessShell, ensureOtherFamilies } from './ensure-browser.ts';
import {
  CHROMIUM_VARIABLE,
  FIREFOX_VARIABLE,
  findFirefox,
  findWebkit,
  SHELL_VARIABLE,
} from './find-browser.ts';
import { outcomesFrom, record, type TestOutcome, whyNotRecorded } from './record-proof.ts';
import {
  type Counts,
  countVitest,
  ONE_FAILED,
  ONE_PASSED,
  runStage,
  seedLine,
  summaryLine,
  table,
  timed,
  type Write,
} from './test-report.ts';
import {
  asVariables,
  IN_ALL_BROWSERS,
  limitOf,
  type Options,
  readArguments,
  WITHOUT_SURVEYS,
} from './test-settings.ts';
import { failureLines, failuresIn, lastLines } from './testing/test-failures.ts';
import { type Part, stagesOf, type VitestPart } from './testing/test-stages.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/**
 * What Node has compiled once it need not compile for each process again: half of what a command costs that only begins, and the
 * tests begin hundreds.
 */
const COMPILED = join(PROJECT, 'node_modules', '.cache', 'node-compiled');
/** A tool that writes through us can't see that somebody reads it in a terminal. */
const COLOURS = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};

/** A test of every family names the one in which it goes. */
const OTHER_FAMILIES = 'Firefox|WebKit';

/** In characters: of a part that fails without a test, its end is told again. */
const KEPT_OUTPUT = 20_000;

/** What Vitest told of each test, for `--record`. */
const outcomes: TestOutcome[] = [];
/** What failed, part by part, to be told once more at the end. */
const failures: string[] = [];

async function main(): Promise<void> {
  const started = performance.now();
  const options = readOptions();
  if (options === null) return;
  const refusal = options.isRecorded ? whyNotRecorded(PROJECT) : null;
  if (refusal !== null) {
    console.error(refusal);
    process.exitCode = 2;
    return;
  }
  let chromium: string | null = null;
  let shell: string | null = null;
  const results = [
    await timed('Browser vinden', async () => {
      // `--browsers` tries all pages in a whole one; within the hour of `--deep` there is no time for that.
      if (!options.inAllBrowsers || options.isDeep) shell = ensureHeadlessShell();
      chromium = ensureBrowser();
      if (options.withOtherFamilies) ensureOtherFamilies();
      return chromium ? ONE_PASSED : ONE_FAILED;
    }),
  ];
  // Nobody is followed here, whoever works on the site included.
  const env = {
    NODE_COMPILE_CACHE: COMPILED,
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...asVariables(options),
    ...browserVariables(chromium, options),
    ...(shell ? { [SHELL_VARIABLE]: shell } : {}),
  };

  const limitMs = () => limitOf(options, performance.now() - started);
  const stages = stagesOf(options, PROJECT);
  for (const stage of stages) {
    results.push(...(await runStage(stage, (part, write) => runPart(part, { env, limitMs }, write), print)));
  }
  if (failures.length > 0) console.log(`\n── Wat fout ging ──\n${failures.join('\n\n')}`);
  console.log(`\n${table(results, performance.now() - started)}\n${seedLine(options)}`);
  if (stages.flat(2).some((part) => 'leavesOutSurveys' in part && part.leavesOutSurveys))
    console.log('Wat de hele site naloopt of aanvalt, draait mee met: npm test -- --families');
  if (options.isRecorded) {
    const { proven, of } = record(PROJECT, outcomes, await versionsOf(chromium, options), new Date());
    console.log(`Opgeschreven: ${proven} van ${of} beweringen bewezen. Leg content/proof/record.json vast.`);
  }
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
  console.log(summaryLine(results));
}

/** @returns null for a mistake, which is explained then */
function readOptions(): Options | null {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      'Gebruik: npm test -- [--browsers] [--families] [--deep] [--webcontainer] [--condition=NAAM] [--seed=GETAL] [--times=GETAL] [--record] [--pictures] [test/…]',
    );
    process.exitCode = 2;
    return null;
  }
}

function browserVariables(chromium: string | null, options: Options): Record<string, string> {
  const variables: Record<string, string> = chromium ? { [CHROMIUM_VARIABLE]: chromium } : {};
  if (!usesOthers(options)) return variables;
  const firefox = findFirefox();
  console.log(`Firefox: ${firefox ?? 'niet gevonden'}\nWebKit: ${findWebkit()?.browser ?? 'niet gevonden'}`);
  return { ...variables, ...(firefox ? { [FIREFOX_VARIABLE]: firefox } : {}) };
}

const usesOthers = ({ inAllBrowsers, withOtherFamilies }: Options) => inAllBrowsers || withOtherFamilies;

/** By family, of those that this run may have used. */
async function versionsOf(chromium: string | null, options: Options): Promise<ReadonlyMap<string, string>> {
  const firefox = usesOthers(options) ? findFirefox() : null;
  const webkit = usesOthers(options) ? findWebkit() : null;
  const found = [
    ['Chromium', chromium && versionOf(chromium)],
    ['Firefox', firefox && versionOf(firefox)],
    ['WebKit', webkit && (await webkitVersion(webkit))],
  ] as const;
  return new Map(found.flatMap(([family, version]) => (version ? [[family, version] as const] : [])));
}

interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** How long a part that begins now may take, in ms. */
  readonly limitMs: () => number;
}

function print(text: string | Buffer): void {
  process.stdout.write(text);
}

async function runPart(part: Part, around: Surroundings, write: Write): Promise<Counts> {
  let said = '';
  const writeAndKeep: Write = (text) => {
    said = `${said}${text}`.slice(-KEPT_OUTPUT);
    write(text);
  };
  if ('vitestProjects' in part) {
    const { counts, told } = await runVitest(part, around, writeAndKeep);
    if (counts.failed > 0) failures.push(told || lastLines(part.title, said));
    return counts;
  }
  if ((await run(part.command, around, writeAndKeep)) === 0) return ONE_PASSED;
  failures.push(lastLines(part.title, said));
  return ONE_FAILED;
}

/** @returns exit status, or null for a part that had to be stopped or could not begin */
function run(
  [tool = '', ...args]: readonly string[],
  { env, limitMs }: Surroundings,
  write: Write,
): Promise<number | null> {
  const isWindows = process.platform === 'win32';
  const isNode = tool === 'node';
  const path = isNode
    ? process.execPath
    : join(PROJECT, 'node_modules', '.bin', isWindows ? `${tool}.cmd` : tool);
  const child = spawn(path, args, {
    cwd: PROJECT,
    env: { ...COLOURS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs(),
    killSignal: 'SIGKILL',
    shell: isWindows && !isNode,
  });
  child.stdout.on('data', write);
  child.stderr.on('data', write);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      write(`${tool}: ${error.message}\n`);
      resolve(null);
    });
    // Who is stopped may leave children behind that hold its output open.
    child.on('exit', (_status, signal) => {
      if (signal !== null) for (const output of [child.stdout, child.stderr]) output.destroy();
    });
    child.on('close', resolve);
  });
}

/** @returns with what its tests said that failed, empty when none did */
async function runVitest(
  part: VitestPart,
  around: Surroundings,
  write: Write,
): Promise<{ readonly counts: Counts; readonly told: string }> {
  const { vitestProjects, files = [], workersPerCore = 1, isInOtherFamilies, leavesOutSurveys } = part;
  if (isInOtherFamilies && findFirefox() === null && findWebkit() === null) {
    write('Er is geen Firefox en geen WebKit op deze computer, en ze zijn niet te installeren.\n');
    return { counts: { passed: 0, failed: 0 }, told: '' };
  }
  const folder = mkdtempSync(join(tmpdir(), 'functielab-'));
  try {
    const reportFile = join(folder, 'report.json');
    const status = await run(
      [
        'vitest',
        'run',
        ...files,
        ...vitestProjects.flatMap((project) => ['--project', project]),
        ...(isInOtherFamilies ? [`--testNamePattern=${OTHER_FAMILIES}`] : []),
        `--maxWorkers=${Math.ceil(workersPerCore * availableParallelism())}`,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
      ],
      {
        ...around,
        env: {
          ...around.env,
          ...(isInOtherFamilies && IN_ALL_BROWSERS),
          ...(leavesOutSurveys && WITHOUT_SURVEYS),
        },
      },
      write,
    );
    outcomes.push(...outcomesFrom(reportFile, PROJECT));
    const told = failureLines(failuresIn(reportFile, PROJECT));
    return { counts: countVitest(reportFile, status === 0), told };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
