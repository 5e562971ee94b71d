/**
 * How fast bills are made, on one core: usage records to totals, a CloudWatch export under all tariffs, and the chart
 * of a month while a slider moves.
 *
 * The baseline of the first is the same loop in plain floating point, without checks or exactness: what it would cost to
 * be wrong. Both run interleaved, and the median counts, so that a busy machine slows both.
 */
import { fileURLToPath } from 'node:url';
import { receipt, type UsageRecord } from '../../src/billing/index.ts';
import { createMonth } from '../../src/lesson/month/month-model.ts';
import { billOwn } from '../../src/till/own-logs/own-logs-model.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';
import { loadAlwaysOn } from '../billing/support.ts';
import { median } from './statistics.ts';

export interface BillingFigures {
  readonly recordsPerSecond: number;
  readonly baselinePerSecond: number;
  /** Records for each one of the baseline: 1 would be as fast as not being exact. */
  readonly ratio: number;
  /** 100,000 REPORT lines read and billed under all tariffs. */
  readonly reportLinesMs: number;
  /** Longest time without a pause in that, in which a page can't answer. */
  readonly reportLongestTurnMs: number;
  /** All curves and break-even points of the month, after one move of a slider. */
  readonly monthMs: number;
  readonly tariffs: number;
}

const RECORDS = 300_000;
const RUNS = 7;
const REPORT_LINES = 100_000;
const MOVES = 101;
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
  const { tariffs } = loadPrices();
  const tariff = tariffs.find(({ id }) => id === 'aws-lambda-x86-eu-central-1');
  if (tariff === undefined) throw new Error('the lab’s tariff is there');
  const records = variedRecords();

  const exactMs: number[] = [];
  const floatMs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    let totalUsd = '';
    let roughUsd = 0;
    exactMs.push(
      timeMs(() => {
        totalUsd = receipt(tariff, records, { freeTier: false }).totalUsd;
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
  return {
    recordsPerSecond,
    baselinePerSecond,
    ratio: recordsPerSecond / baselinePerSecond,
    ...(await benchReportLines(tariffs)),
    monthMs: benchMonth(tariffs),
    tariffs: tariffs.length,
  };
}

async function benchReportLines(tariffs: ReturnType<typeof loadPrices>['tariffs']) {
  const text = Array.from({ length: REPORT_LINES }, (_, i) => {
    const durationMs = (((i * 7_919) % 120_011) / 100).toFixed(2);
    const init = i % 50 === 0 ? `\tInit Duration: ${(100 + (i % 977) / 3).toFixed(2)} ms` : '';
    return `REPORT RequestId: 3604209a-e9a3-11e6-939a-${String(i).padStart(12, '0')}\tDuration: ${durationMs} ms\tBilled Duration: ${Math.ceil(Number(durationMs))} ms\tMemory Size: 512 MB\tMax Memory Used: ${60 + (i % 90)} MB${init}\t`;
  }).join('\n');
  const totals: number[] = [];
  let longest = 0;
  for (let run = 0; run < 3; run += 1) {
    const started = performance.now();
    let turn = started;
    const { reading } = await billOwn(new Blob([text]), tariffs, {
      memoryMb: 512,
      onProgress: () => {},
      pause: () => {
        const now = performance.now();
        longest = Math.max(longest, now - turn);
        turn = now;
        return Promise.resolve();
      },
    });
    totals.push(performance.now() - started);
    if (reading.calls !== REPORT_LINES) throw new Error('a line was lost');
  }
  return { reportLinesMs: median(totals), reportLongestTurnMs: longest };
}

function benchMonth(tariffs: ReturnType<typeof loadPrices>['tariffs']): number {
  const model = createMonth(tariffs, [loadAlwaysOn('aws-ec2-t3-micro')]);
  const spans: number[] = [];
  for (let move = 0; move < MOVES; move += 1) {
    spans.push(
      timeMs(() => {
        model.type('durationMs', String(20 + move * 7));
        const ends = model.curves.value.map(({ usd }) => usd.at(-1) ?? 0);
        if (ends.length !== tariffs.length || model.breakEvens.value.size !== tariffs.length) {
          throw new Error('a curve is missing');
        }
      }),
    );
  }
  return median(spans);
}

function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await benchBilling(), null, 2));
}
