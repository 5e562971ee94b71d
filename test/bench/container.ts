/** A warm run in a container against a bare echo through the same client, and a page under a flood of log lines. */
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { startServer } from '../../src/cli/serve.ts';
import { allowing, startContainer } from '../browser/container-reader.ts';
import { LESSON_1, playground } from '../browser/reader.ts';
import { serveLab } from '../host/lab/lab-server.ts';
import { startStandIn } from '../stand-in/index.ts';
import { median } from './statistics.ts';

const TURNS = 5;
const ROUNDS = 40;

export interface ContainerRun {
  readonly warmMs: number;
  readonly bareEchoMs: number;
  /** At most 3 ms. */
  readonly addedMs: number;
}

export async function benchContainer(browser: Browser): Promise<ContainerRun> {
  const standIn = await startStandIn();
  const entry = fileURLToPath(new URL('./container-page.ts', import.meta.url));
  const lab = await serveLab({ isIsolated: true, entry, frameOrigin: standIn.origin });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(lab.url);
    const { warm, echo } = await page.evaluate<{ warm: number[]; echo: number[] }>(
      `containerRuns(${JSON.stringify(standIn.origin)}, ${TURNS}, ${ROUNDS})`,
    );
    const warmMs = median(warm);
    const bareEchoMs = median(echo);
    return { warmMs, bareEchoMs, addedMs: warmMs - bareEchoMs };
  } finally {
    await context.close();
    await lab.close();
    await standIn.close();
  }
}

const LINES = 100_000;
const CHATTY = `export default () => {
  for (let i = 0; i < ${LINES}; i += 1) console.log('regel', i);
  return new Response('klaar');
}`;

export interface LogLines {
  /** Longest time in which the page got no turn, while the lines came in. */
  readonly browserGapMs: number;
  readonly containerGapMs: number;
  /** Lines that are neither shown nor counted as left out. */
  readonly lost: number;
}

export async function benchLogLines(browser: Browser): Promise<LogLines> {
  const standIn = await startStandIn();
  const server = await startServer({
    root: fileURLToPath(new URL('../../dist', import.meta.url)),
    port: 0,
    rewriteHeaders: (headers) => allowing(standIn.origin, headers),
  });
  const context = await browser.newContext();
  await context.addInitScript(`globalThis.WEBCONTAINER_API_IFRAME_URL = ${JSON.stringify(standIn.origin)};`);
  try {
    const page = await context.newPage();
    await page.goto(server.url + LESSON_1);
    const region = playground(page, 'Begroet een bezoeker');
    await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
    await region.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(CHATTY);
    const browserGapMs = await longestGap(page, () => run(region));
    const lostInBrowser = await linesLost(page);
    await region.getByRole('button', { name: 'Maak leeg' }).click();
    await startContainer(region);
    const containerGapMs = await longestGap(page, () => run(region));
    return { browserGapMs, containerGapMs, lost: lostInBrowser + (await linesLost(page)) };
  } finally {
    await context.close();
    await server.close();
    await standIn.close();
  }
}

async function run(region: Locator): Promise<void> {
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.getByText('klaar', { exact: true }).waitFor();
}

async function longestGap(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`(() => {
    let last = performance.now();
    globalThis.longestGapMs = 0;
    globalThis.gapTimer = setInterval(() => {
      const now = performance.now();
      globalThis.longestGapMs = Math.max(globalThis.longestGapMs, now - last);
      last = now;
    }, 5);
  })()`);
  await act();
  return page.evaluate<number>('clearInterval(gapTimer), longestGapMs');
}

/** Each line is on the page, or in a number of lines that were left out. */
async function linesLost(page: Page): Promise<number> {
  const text = await page.getByRole('log', { name: 'Logboek' }).first().textContent();
  const counted = [...(text ?? '').matchAll(/([\d.]+) (?:eerdere )?regels weggelaten/g)].reduce(
    (sum, [, count = '0']) => sum + Number(count.replaceAll('.', '')),
    0,
  );
  const shown = [...(text ?? '').matchAll(/regel \d+/g)].length;
  // The row of the cold start, and the row that counts, may be among those that were taken off the top.
  return Math.max(0, LINES - counted - shown);
}
