/**
 * What `npm run bench` measures, in the order in which it does. A part says what it found as a value, for machines, and as
 * rows, for people; `main.ts` runs the parts and prints each as it ends.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { benchBilling } from './billing.ts';
import { benchClassroom } from './classroom.ts';
import { benchContainer, benchLogLines } from './container.ts';
import { benchManyInvocations, benchThumbnail } from './events.ts';
import { benchInteractions } from './interactions.ts';
import { benchPlatform } from './platform.ts';
import { benchPresses } from './presses.ts';
import { benchSimulation } from './simulation.ts';
import { benchFirstRun, weighPage } from './site.ts';
import { benchTool } from './tool.ts';
import { benchTraffic } from './traffic.ts';
import { benchWarmRun } from './warm.ts';
import { benchWorkshop } from './workshop.ts';

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
}

/** `project`: its folder. `url`: where the built site is served. */
export interface Ground {
  readonly project: string;
  readonly browser: Browser;
  readonly url: string;
}

export interface Finding {
  readonly value: unknown;
  readonly rows: readonly Row[];
}

export type Part =
  | { readonly name: string; readonly needsBrowser: false; measure(project: string): Promise<Finding> }
  | { readonly name: string; readonly needsBrowser: true; measure(ground: Ground): Promise<Finding> };

/** A part that needs no browser. */
function plain<T>(
  name: string,
  measure: (project: string) => T | Promise<T>,
  rows: (value: T) => Row[],
): Part {
  const part = async (project: string) => {
    const value = await measure(project);
    return { value, rows: rows(value) };
  };
  return { name, needsBrowser: false, measure: part };
}

/** A part that is measured in a browser, on the built site. */
function inBrowser<T>(
  name: string,
  measure: (ground: Ground) => Promise<T>,
  rows: (value: T) => Row[],
): Part {
  const part = async (ground: Ground) => {
    const value = await measure(ground);
    return { value, rows: rows(value) };
  };
  return { name, needsBrowser: true, measure: part };
}

const row = (what: string, measured: string, goal: string): Row => ({ what, measured, goal });
const n = (value: number, decimals = 2) => value.toLocaleString('en', { maximumFractionDigits: decimals });

/** The paths of the pages that are weighed. */
const WEIGHED = [
  '',
  'lessen/wat-zijn-serverless-functions/',
  'lessen/betalen-per-gebruik/',
  'lessen/werk-in-de-wachtrij/',
];

export const parts: readonly Part[] = [
  plain('build', build, (seconds) => [row('build', `${n(seconds, 1)} s`, '≤ 25 s')]),
  plain('platform', benchPlatform, (platform) => [
    row('platform', `${n(platform.invocationsPerSecond, 0)} invocations/s`, '≥ 1,000,000'),
  ]),
  plain('simulation', benchSimulation, (simulation) => [
    row('simulated requests', `${n(simulation.requestsPerSecond, 0)} requests/s`, '≥ 1,000,000'),
    row(
      'simulated requests ÷ those of a simulator without a platform',
      `${n(simulation.ratio)} (${n(simulation.requestsPerSecond, 0)} ÷ ${n(simulation.barePerSecond, 0)})`,
      '≥ 0.2, goal 0.5',
    ),
  ]),
  plain('billing', benchBilling, (billing) => [
    row('billing', `${n(billing.recordsPerSecond, 0)} records/s`, '≥ 1,000,000'),
    row(
      `100,000 REPORT lines under ${billing.tariffs} tariffs`,
      `${n(billing.reportLinesMs, 0)} ms, longest turn ${n(billing.reportLongestTurnMs, 0)} ms`,
      '≤ 1,000 ms, responsive',
    ),
    row('month of all tariffs, one move of a slider', `${n(billing.monthMs, 1)} ms`, '≤ 16 ms'),
  ]),
  plain('tool', benchTool, (tool) => [
    row(
      'functielab on a folder with one handler, first answer',
      `${n(tool.firstAnswerMs, 0)} ms (a bare server ${n(tool.bareAnswerMs, 0)} ms)`,
      '≤ 3,000 ms',
    ),
    row(
      'functielab, installed',
      `${n(tool.installedBytes / 1_024 ** 2, 2)} MB (packed ${n(tool.packedBytes / 1_024 ** 2, 2)} MB)`,
      '≤ 15 MB',
    ),
  ]),
  inBrowser(
    'firstRun',
    ({ browser, url }) => benchFirstRun(browser, url),
    (firstRun) => [
      row(
        'first run ÷ bare frame and worker',
        `${n(firstRun.ratio)} (${n(firstRun.firstRunMs, 1)} ÷ ${n(firstRun.bareBootMs, 1)} ms)`,
        '≤ 2',
      ),
    ],
  ),
  inBrowser(
    'warmRun',
    ({ browser }) => benchWarmRun(browser),
    (warmRun) => [
      row(
        'warm run − bare worker',
        `${n(warmRun.addedMs)} ms (${n(warmRun.warmMs)} − ${n(warmRun.bareRoundTripMs)})`,
        '≤ 1.0 ms',
      ),
      row(
        'warm requests ÷ bare echoes in a sandbox',
        `${n(warmRun.throughputRatio)} (${n(warmRun.requestsPerSecond, 0)} ÷ ${n(warmRun.bareEchoesPerSecond, 0)} a second)`,
        '≥ 0.7',
      ),
    ],
  ),
  inBrowser(
    'interactions',
    ({ browser, url }) => benchInteractions(browser, url),
    (interactions) => [
      row(
        'interaction to next paint, processor slowed 4 times',
        `median ${n(interactions.medianMs, 0)}, p95 ${n(interactions.p95Ms, 0)} ms of ${interactions.count} (slowest: ${interactions.slowest})`,
        'p95 ≤ 100 ms',
      ),
    ],
  ),
  inBrowser(
    'presses',
    ({ browser, url }) => benchPresses(browser, url),
    (presses) => [
      row(
        'Voer uit to its first sign, processor slowed 6 times',
        `first ${n(presses.firstMedianMs, 0)}, then ${n(presses.warmMedianMs, 0)}; slowest lesson ${n(presses.slowestMs, 0)} ms (${presses.slowest}); longest of all ${n(presses.longestMs, 0)} ms`,
        '≤ 200 ms',
      ),
    ],
  ),
  inBrowser(
    'traffic',
    ({ browser, url }) => benchTraffic(browser, url),
    (stories) =>
      stories.map(({ story, calls, firstPictureMs, monthMs, pictures, longestTaskMs }) =>
        row(
          `a month of traffic: ${story}`,
          `${calls} calls, first picture ${firstPictureMs} ms, ${monthMs} ms, ${pictures} pictures, longest task ${longestTaskMs} ms`,
          '≤ 300 ms, ≤ 15 s, task ≤ 50 ms',
        ),
      ),
  ),
  inBrowser(
    'thumbnail',
    ({ browser, url }) => benchThumbnail(browser, url),
    (thumbnail) => [
      row(
        'thumbnail of 12 megapixels, longest frame',
        `${n(thumbnail.durationMs, 0)} ms, ${n(thumbnail.longestFrameMs, 0)} ms`,
        'scrolls on',
      ),
    ],
  ),
  inBrowser(
    'many',
    ({ browser, url }) => benchManyInvocations(browser, url),
    (many) => [
      row(
        '1,000 calls at once in the Machinekamer, longest frame and lost',
        `${n(many.burstLongestFrameMs, 0)} ms, ${many.burstLost}`,
        '≤ 50 ms, 0',
      ),
      row(
        `timeline of ${n(many.invocationsInTimeline, 0)} invocations, longest frame`,
        `${n(many.timelineLongestFrameMs, 0)} ms`,
        'usable',
      ),
      row('a jump of the Machinekamer among them, longest', `${n(many.longestJumpMs, 0)} ms`, '≤ 100 ms'),
      row(
        'heap before, full, and after Maak leeg',
        `${n(many.heapBeforeMb, 1)}, ${n(many.heapFullMb, 1)}, ${n(many.heapAfterMb, 1)} MB`,
        'comes back',
      ),
    ],
  ),
  inBrowser(
    'container',
    ({ browser }) => benchContainer(browser),
    (container) => [
      row(
        'warm run in a container − bare echo',
        `${n(container.addedMs)} ms (${n(container.warmMs)} − ${n(container.bareEchoMs)})`,
        '≤ 3 ms',
      ),
    ],
  ),
  inBrowser(
    'logLines',
    ({ browser }) => benchLogLines(browser),
    (logLines) => [
      row(
        '100,000 log lines, browser and container',
        `longest gap ${n(logLines.browserGapMs, 0)} and ${n(logLines.containerGapMs, 0)} ms, lost ${logLines.lost}`,
        'no frozen page, 0',
      ),
    ],
  ),
  inBrowser(
    'classroom',
    ({ browser, url }) => benchClassroom(browser, url),
    (classroom) => [
      row(
        'checks of a typical exercise, from the click (first on the page)',
        `${n(classroom.checksMs, 0)} ms (${n(classroom.firstChecksMs, 0)} ms)`,
        '≤ 500 ms',
      ),
      row(
        '30 submissions × 5 exercises marked; longest frame meanwhile',
        `${n(classroom.markingSeconds, 1)} s; ${n(classroom.longestFrameMs, 0)} ms`,
        '≤ 60 s; responsive',
      ),
    ],
  ),
  inBrowser(
    'workshop',
    ({ browser, url }) => benchWorkshop(browser, url),
    (workshop) => [
      row(
        'a workplace of 200 files and 20 functions opens; a key in it, p95',
        `${n(workshop.openMs, 0)} ms; ${n(workshop.keyMs, 0)} ms`,
        '≤ 1,000 ms; fluid',
      ),
      row(
        'a zip for AWS Lambda in the page (the first); its size',
        `${n(workshop.zipMs, 0)} ms (${n(workshop.firstZipMs, 0)} ms); ${n(workshop.zipBytes / 1_024, 0)} KB`,
        '≤ 500 ms; ≤ 100 KB',
      ),
    ],
  ),
  inBrowser('pages', weighPages, (pages) =>
    pages.map((page) =>
      row(
        `JavaScript of ${page.path === '' ? 'home' : page.path}`,
        `${n(page.javaScriptGzipBytes / 1_024, 1)} KB gzip, shift ${n(page.layoutShift, 4)}, other origins ${page.otherOrigins}`,
        '≤ 45 KB, 0, 0',
      ),
    ),
  ),
];

/** @returns seconds */
function build(project: string): number {
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The site does not build');
  return (performance.now() - started) / 1_000;
}

async function weighPages({ browser, url }: Ground) {
  const pages: Awaited<ReturnType<typeof weighPage>>[] = [];
  for (const path of WEIGHED) pages.push(await weighPage(browser, url, path));
  return pages;
}
