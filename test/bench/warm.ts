/** A warm run through the engine against a bare worker's echo, on one page, in turn. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { rolldown } from 'rolldown';
import { inlineScript } from '../../src/build/inline-script.ts';
import { bareRoundTrips } from './bare-page.ts';
import { serve } from './site.ts';
import { median } from './statistics.ts';

const TURNS = 5;
const SERIES = 20;
const ROUNDS = 25;

export interface WarmRun {
  readonly warmMs: number;
  readonly bareRoundTripMs: number;
  /** At most 1.0 ms. */
  readonly addedMs: number;
}

export async function benchWarmRun(browser: Browser): Promise<WarmRun> {
  const build = await rolldown({
    input: fileURLToPath(new URL('./warm-page.ts', import.meta.url)),
    platform: 'browser',
    plugins: [inlineScript()],
  });
  const { output } = await build.generate({ format: 'iife', codeSplitting: false });
  await build.close();
  const page = await serve(
    '<!doctype html><title>warm</title><script src="/script.js"></script><body>',
    output[0].code,
  );
  const context = await browser.newContext();
  const ours: number[] = [];
  const bare: number[] = [];
  try {
    const tab = await context.newPage();
    tab.on('pageerror', (error) => {
      throw error;
    });
    await tab.goto(page.url);
    for (let turn = 0; turn < TURNS; turn += 1) {
      bare.push(...(await tab.evaluate<number[]>(bareRoundTrips(SERIES, ROUNDS))));
      ours.push(...(await tab.evaluate<number[]>(`warmRuns(${SERIES}, ${ROUNDS})`)));
    }
  } finally {
    await context.close();
    await page.close();
  }
  const warmMs = median(ours);
  const bareRoundTripMs = median(bare);
  return { warmMs, bareRoundTripMs, addedMs: warmMs - bareRoundTripMs };
}
