/** A warm run through the engine against a bare worker's echo, on one page, in turn. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { rolldown } from 'rolldown';
import { inlineScript } from '../../src/build/inline-script.ts';
import { bareRoundTrips, bareThroughput } from './bare-page.ts';
import { serve } from './site.ts';
import { median } from './statistics.ts';

const TURNS = 5;
const SERIES = 20;
const ROUNDS = 25;
const THROUGHPUT_ROUNDS = 3_000;

export interface WarmRun {
  readonly warmMs: number;
  readonly bareRoundTripMs: number;
  /** At most 1.0 ms. */
  readonly addedMs: number;
  /** Warm requests a second, one after the other. */
  readonly requestsPerSecond: number;
  /** Echoes a second of a bare worker in a sandboxed frame. */
  readonly bareEchoesPerSecond: number;
  /** Of the one to the other; at least 0.6. */
  readonly throughputRatio: number;
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
  const requests: number[] = [];
  const echoes: number[] = [];
  try {
    const tab = await context.newPage();
    tab.on('pageerror', (error) => {
      throw error;
    });
    await tab.goto(page.url);
    for (let turn = 0; turn < TURNS; turn += 1) {
      bare.push(...(await tab.evaluate<number[]>(bareRoundTrips(SERIES, ROUNDS))));
      ours.push(...(await tab.evaluate<number[]>(`warmRuns(${SERIES}, ${ROUNDS})`)));
      echoes.push(await tab.evaluate<number>(bareThroughput(THROUGHPUT_ROUNDS)));
      requests.push(await tab.evaluate<number>(`warmThroughput(1, ${THROUGHPUT_ROUNDS})`));
    }
  } finally {
    await context.close();
    await page.close();
  }
  const warmMs = median(ours);
  const bareRoundTripMs = median(bare);
  const requestsPerSecond = median(requests);
  const bareEchoesPerSecond = median(echoes);
  return {
    warmMs,
    bareRoundTripMs,
    addedMs: warmMs - bareRoundTripMs,
    requestsPerSecond,
    bareEchoesPerSecond,
    throughputRatio: requestsPerSecond / bareEchoesPerSecond,
  };
}
