/** What a learner waits for after `Controleer`, and a teacher for a class: in the built site, as they use it. */
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { median } from './statistics.ts';

const TYPICAL = 'groet-iedereen';
const RUNS = 7;
/** Two simple ones, one with uploads, one with a queue, one that measures a bill. */
const SET = ['groet-iedereen', 'wie-helpt-mij', 'bestandenlijst', 'snel-antwoord', 'golf-weerbericht'];
const LEARNERS = 30;

export interface ClassroomResult {
  /** From the click to the last result, with the lab loaded. */
  readonly checksMs: number;
  /** The first time on a page, lab and checks fetched. */
  readonly firstChecksMs: number;
  readonly markingSeconds: number;
  /** The longest time between two frames while marking. */
  readonly longestFrameMs: number;
}

export async function benchClassroom(browser: Browser, siteUrl: string): Promise<ClassroomResult> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(`${siteUrl}oefeningen/${TYPICAL}/`);
    await page.mouse.move(5, 5);
    await page.getByRole('button', { name: 'Controleer', disabled: false }).waitFor();
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await checkOnce(page));
    const marking = await benchMarking(await context.newPage(), siteUrl);
    return { firstChecksMs: times[0] ?? 0, checksMs: median(times.slice(1)), ...marking };
  } finally {
    await context.close();
  }
}

/** Measured in the page, from the click until the last result stands there. */
function checkOnce(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === 'Controleer',
    );
    const isBusy = () => button?.getAttribute('aria-busy') === 'true';
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    button?.click();
    while (!isBusy()) await frame();
    while (isBusy()) await frame();
    return performance.now() - started;
  });
}

async function benchMarking(page: Page, siteUrl: string) {
  const solved = await Promise.all(SET.map(async (name) => [name, await exerciseFromDisk(name)] as const));
  const zip: Record<string, Uint8Array> = {};
  for (let learner = 0; learner < LEARNERS; learner += 1) {
    const exercises = new Map(
      solved.map(([name, { sample, solution }]) => {
        // Every third learner hands in the start code, and everybody's code differs.
        const files = learner % 3 === 0 ? sample.files : solution;
        const own = files.map(({ path, text }) => [
          path,
          path.endsWith('.js') ? `${text}\n// ${learner}` : text,
        ]);
        return [name, Object.fromEntries(own) as Record<string, string>] as const;
      }),
    );
    zip[`${learner}/werk.functielab.json`] = strToU8(handInFile({ name: `Leerling ${learner}`, exercises }));
  }
  await page.goto(`${siteUrl}docent/nakijken/`);
  const input = page.getByLabel('Kies inleveringen');
  await input.waitFor();
  await page.evaluate(() => {
    const frames = { longest: 0, last: performance.now() };
    Object.assign(window, { frames });
    const watch = (now: number) => {
      frames.longest = Math.max(frames.longest, now - frames.last);
      frames.last = now;
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  const started = performance.now();
  await input.setInputFiles({
    name: 'klas.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync(zip)),
  });
  await page.getByText(`${LEARNERS} inleveringen nagekeken.`).waitFor({ timeout: 180_000 });
  const markingSeconds = (performance.now() - started) / 1_000;
  const longestFrameMs = await page.evaluate(
    () => (window as unknown as { frames: { longest: number } }).frames.longest,
  );
  return { markingSeconds, longestFrameMs };
}
