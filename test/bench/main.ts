/**
 * `npm run bench`: what the issue asks to be measured, as one JSON object on standard output and a table on
 * standard error. Ratios compare within one run; nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../src/cli/ensure-browser.ts';
import { chromiumFlags } from '../../src/cli/find-browser.ts';
import { startServer } from '../../src/cli/serve.ts';
import { benchBilling } from './billing.ts';
import { benchClassroom } from './classroom.ts';
import { benchContainer, benchLogLines } from './container.ts';
import { benchManyInvocations, benchThumbnail } from './events.ts';
import { benchInteractions } from './interactions.ts';
import { benchPlatform } from './platform.ts';
import { benchFirstRun, weighPage } from './site.ts';
import { benchTool } from './tool.ts';
import { benchWarmRun } from './warm.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

function build(): number {
  const started = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The site does not build');
  return (performance.now() - started) / 1_000;
}

const buildSeconds = build();
const platform = await benchPlatform();
const billing = await benchBilling();
const tool = await benchTool(project);

const executablePath = ensureBrowser();
if (!executablePath) throw new Error('No Chromium was found');
const server = await startServer({ root: fileURLToPath(new URL('../../dist', import.meta.url)), port: 0 });
const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
try {
  const firstRun = await benchFirstRun(browser, server.url);
  const warmRun = await benchWarmRun(browser);
  const interactions = await benchInteractions(browser, server.url);
  const thumbnail = await benchThumbnail(browser, server.url);
  const many = await benchManyInvocations(browser, server.url);
  const container = await benchContainer(browser);
  const logLines = await benchLogLines(browser);
  const classroom = await benchClassroom(browser, server.url);
  const pages = [
    await weighPage(browser, server.url, ''),
    await weighPage(browser, server.url, 'lessen/wat-zijn-serverless-functions/'),
    await weighPage(browser, server.url, 'lessen/betalen-per-gebruik/'),
    await weighPage(browser, server.url, 'lessen/op-vaste-tijden-en-in-de-wachtrij/'),
  ];
  console.log(
    JSON.stringify(
      {
        buildSeconds,
        platform,
        billing,
        tool,
        firstRun,
        warmRun,
        interactions,
        thumbnail,
        many,
        container,
        logLines,
        classroom,
        pages,
      },
      null,
      2,
    ),
  );
  const row = (what: string, measured: string, goal: string) => ({ what, measured, goal });
  const n = (value: number, decimals = 2) => value.toLocaleString('en', { maximumFractionDigits: decimals });
  console.error(
    [
      row(
        'first run ÷ bare frame and worker',
        `${n(firstRun.ratio)} (${n(firstRun.firstRunMs, 1)} ÷ ${n(firstRun.bareBootMs, 1)} ms)`,
        '≤ 2',
      ),
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
        'interaction to next paint, processor slowed 4 times',
        `median ${n(interactions.medianMs, 0)}, p95 ${n(interactions.p95Ms, 0)} ms of ${interactions.count} (slowest: ${interactions.slowest})`,
        'p95 ≤ 100 ms',
      ),
      row(
        'heap before, full, and after Maak leeg',
        `${n(many.heapBeforeMb, 1)}, ${n(many.heapFullMb, 1)}, ${n(many.heapAfterMb, 1)} MB`,
        'comes back',
      ),
      row(
        'thumbnail of 12 megapixels, longest frame',
        `${n(thumbnail.durationMs, 0)} ms, ${n(thumbnail.longestFrameMs, 0)} ms`,
        'scrolls on',
      ),
      row(
        'warm run in a container − bare echo',
        `${n(container.addedMs)} ms (${n(container.warmMs)} − ${n(container.bareEchoMs)})`,
        '≤ 3 ms',
      ),
      row(
        '100,000 log lines, browser and container',
        `longest gap ${n(logLines.browserGapMs, 0)} and ${n(logLines.containerGapMs, 0)} ms, lost ${logLines.lost}`,
        'no frozen page, 0',
      ),
      ...pages.map((page) =>
        row(
          `JavaScript of ${page.path}`,
          `${n(page.javaScriptGzipBytes / 1_024, 1)} KB gzip, shift ${n(page.layoutShift, 4)}, other origins ${page.otherOrigins}`,
          '≤ 45 KB, 0, 0',
        ),
      ),
      row('platform', `${n(platform.invocationsPerSecond, 0)} invocations/s`, '≥ 1,000,000'),
      row('billing', `${n(billing.recordsPerSecond, 0)} records/s`, '≥ 1,000,000'),
      row(
        `100,000 REPORT lines under ${billing.tariffs} tariffs`,
        `${n(billing.reportLinesMs, 0)} ms, longest turn ${n(billing.reportLongestTurnMs, 0)} ms`,
        '≤ 1,000 ms, responsive',
      ),
      row('month of all tariffs, one move of a slider', `${n(billing.monthMs, 1)} ms`, '≤ 16 ms'),
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
      row('build', `${n(buildSeconds, 1)} s`, '≤ 25 s'),
    ]
      .map(({ what, measured, goal }) => `${what.padEnd(50)} ${measured.padEnd(48)} ${goal}`)
      .join('\n'),
  );
} finally {
  await browser.close();
  await server.close();
}
