/**
 * How many usage records a second billing takes in under one tariff, on one core.
 *
 * The baseline is the same loop in plain floating point, without checks or exactness: what it would cost to be
 * wrong. Both run interleaved, and the median counts, so that a busy machine slows both.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMeter, type UsageRecord } from '../../src/billing/index.ts';
import { parsePriceFile } from '../../src/billing/parse-tariff.ts';

export interface BillingFigures {
  readonly recordsPerSecond: number;
  readonly baselinePerSecond: number;
  /** Records for each one of the baseline: 1 would be as fast as not being exact. */
  readonly ratio: number;
}

const RECORDS = 300_000;
const RUNS = 7;
const memorySizesMb = [128, 256, 512, 1_024, 1_536, 3_008, 10_240];

/** One in eight a cold start, durations from 0 to 12 s, some standing for many. */
function variedRecords(): readonly UsageRecord[] {
  return Array.from({ length: RECORDS }, (_, i): UsageRecord => {
    const memoryMb = memorySizesMb[i % memorySizesMb.length] ?? 128;
    const durationMs = ((i * 7_919) % 120_011) / 10;
    if (i % 8 === 0) return { durationMs, memoryMb, initMs: 80 + ((i * 31) % 4_001) / 10 };
    if (i % 11 === 0) return { count: 1 + (i % 1_000), durationMs, memoryMb, cpuMs: durationMs / 2 };
    return { durationMs, memoryMb };
  });
}

function inFloats(records: readonly UsageRecord[]): number {
  let gbSeconds = 0;
  let requests = 0;
  for (const { count = 1, durationMs, initMs = 0, memoryMb } of records) {
    requests += count;
    gbSeconds += (count * Math.ceil(durationMs + initMs) * memoryMb) / 1_024_000;
  }
  return requests * 0.0000002 + gbSeconds * 0.0000166667;
}

/** @returns medians over several interleaved runs */
export async function benchBilling(): Promise<BillingFigures> {
  const path = fileURLToPath(
    new URL('../../content/tariffs/aws-lambda-x86-eu-central-1.json', import.meta.url),
  );
  const tariff = parsePriceFile(path, readFileSync(path, 'utf8'));
  if (tariff.kind !== 'faas') throw new Error(`${path} is no tariff of functions`);
  const records = variedRecords();

  const exactMs: number[] = [];
  const floatMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    let totalUsd = '';
    let roughUsd = 0;
    exactMs.push(
      timeMs(() => {
        const meter = createMeter(tariff);
        for (const record of records) meter.add(record);
        totalUsd = meter.receipt({ freeTier: false }).totalUsd;
      }),
    );
    floatMs.push(
      timeMs(() => {
        roughUsd = inFloats(records);
      }),
    );
    // Both did the work, and the same work: floats drift, but not by a thousandth.
    if (Math.abs(Number(totalUsd) / roughUsd - 1) > 0.001) throw new Error('the two bills differ');
  }
  const recordsPerSecond = Math.round((RECORDS / median(exactMs)) * 1000);
  const baselinePerSecond = Math.round((RECORDS / median(floatMs)) * 1000);
  return { recordsPerSecond, baselinePerSecond, ratio: recordsPerSecond / baselinePerSecond };
}

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await benchBilling(), null, 2));
}
