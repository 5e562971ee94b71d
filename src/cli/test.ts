/**
 * `npm test`: every check of the project, in the order in which a mistake shows soonest. A part that fails does
 * not stop the others, so that one run tells all. The last line is for machines: `N passed, N failed`.
 *
 * `--browsers` runs the browser tests in Firefox and WebKit too, where they are found. `--webcontainer` runs those
 * of the container alone, against the real service instead of its stand-in; it needs internet.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './ensure-browser.ts';
import { CHROMIUM_VARIABLE, FIREFOX_VARIABLE, findFirefox, findWebkit } from './find-browser.ts';
import {
  type Counts,
  countVitest,
  ONE_FAILED,
  ONE_PASSED,
  type Result,
  summaryLine,
  table,
} from './test-report.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = fileURLToPath(new URL('./build.ts', import.meta.url));
/** A part that hangs must not hang the rest. The slowest, the browser tests, takes a third of this. */
const PART_LIMIT_MS = 15 * 60_000;
/** Asks the tests of a host for every browser that is found, and not for Chromium alone. */
const ALL_BROWSERS_VARIABLE = 'FUNCTIELAB_ALL_BROWSERS';

/** Asks the tests of the container for the real service. */
const REAL_SERVICE_VARIABLE = 'FUNCTIELAB_REAL_WEBCONTAINER';

type Part =
  | { readonly title: string; readonly command: readonly string[] }
  | {
      readonly title: string;
      readonly vitestProjects: readonly string[];
      /** Only test files whose path holds one of these. */
      readonly files?: readonly string[];
    };

const PARTS: readonly Part[] = [
  { title: 'Types van de site', command: ['astro', 'check'] },
  { title: 'Types van de voorbeelden', command: ['tsc', '--noEmit', '-p', 'content/functions'] },
  { title: 'Stijl van de code', command: ['biome', 'ci', '.'] },
  { title: 'Losse onderdelen', vitestProjects: ['unit'] },
  { title: 'Site bouwen', command: ['node', BUILD] },
  { title: 'Gebouwde site', vitestProjects: ['site'] },
  { title: 'In de browser', vitestProjects: ['browser', 'pages'] },
];

const SERVICE_PARTS: readonly Part[] = [
  { title: 'Site bouwen', command: ['node', BUILD] },
  {
    title: 'Met de echte WebContainer',
    vitestProjects: ['browser', 'pages'],
    files: ['test/host/host-', 'test/browser/container', 'test/browser/node-project'],
  },
];

function main(): void {
  const started = performance.now();
  const isForService = process.argv.includes('--webcontainer');
  let chromium: string | null = null;
  const results = [
    timed('Browser vinden', () => {
      chromium = ensureBrowser();
      return chromium ? ONE_PASSED : ONE_FAILED;
    }),
  ];
  // Nobody is followed here, whoever works on the site included.
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(isForService && { [REAL_SERVICE_VARIABLE]: '1' }),
    ...browserVariables(chromium, process.argv.includes('--browsers')),
  };

  for (const part of isForService ? SERVICE_PARTS : PARTS) {
    console.log(`\n── ${part.title} ──`);
    results.push(
      timed(part.title, () => ('command' in part ? runCommand(part.command, env) : runVitest(part, env))),
    );
  }
  console.log(`\n${table(results, performance.now() - started)}`);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
  console.log(summaryLine(results));
}

function timed(title: string, run: () => Counts): Result {
  const started = performance.now();
  const counts = run();
  return { title, ...counts, durationMs: performance.now() - started };
}

function browserVariables(chromium: string | null, wantsAll: boolean): Record<string, string> {
  const variables: Record<string, string> = chromium ? { [CHROMIUM_VARIABLE]: chromium } : {};
  if (!wantsAll) return variables;
  const firefox = findFirefox();
  console.log(`Firefox: ${firefox ?? 'niet gevonden'}\nWebKit: ${findWebkit() ?? 'niet gevonden'}`);
  return { ...variables, [ALL_BROWSERS_VARIABLE]: '1', ...(firefox ? { [FIREFOX_VARIABLE]: firefox } : {}) };
}

/** @returns exit status, or null for a part that had to be stopped */
function run([tool = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): number | null {
  const isWindows = process.platform === 'win32';
  const isNode = tool === 'node';
  const path = isNode
    ? process.execPath
    : join(PROJECT, 'node_modules', '.bin', isWindows ? `${tool}.cmd` : tool);
  const { status, error } = spawnSync(path, args, {
    cwd: PROJECT,
    env,
    stdio: 'inherit',
    timeout: PART_LIMIT_MS,
    killSignal: 'SIGKILL',
    shell: isWindows && !isNode,
  });
  if (error) console.error(`${tool}: ${error.message}`);
  return status;
}

function runCommand(command: readonly string[], env: NodeJS.ProcessEnv): Counts {
  return run(command, env) === 0 ? ONE_PASSED : ONE_FAILED;
}

function runVitest(part: Extract<Part, { vitestProjects: unknown }>, env: NodeJS.ProcessEnv): Counts {
  const { vitestProjects, files = [] } = part;
  const folder = mkdtempSync(join(tmpdir(), 'functielab-'));
  try {
    const reportFile = join(folder, 'report.json');
    const status = run(
      [
        'vitest',
        'run',
        ...files,
        ...vitestProjects.flatMap((project) => ['--project', project]),
        // A browser keeps a second core busy; the rest is alone on the machine.
        ...(vitestProjects.includes('pages') ? [] : ['--maxWorkers=100%']),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reportFile}`,
      ],
      env,
    );
    return countVitest(reportFile, status === 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
