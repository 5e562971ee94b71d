/**
 * What everything until a moment cost, exactly. Totals are whole numbers that merge, so each segment of a recording is
 * counted once, and a jump counts one segment more.
 */
import {
  createMeter,
  mergeTotals,
  type PricingOptions,
  priceTotals,
  type Tariff,
  type Totals,
  type UsageRecord,
} from '../../billing/index.ts';
import type { Entry } from '../../engine/index.ts';
import { positionOf, type Recording, type Segment } from './recording.ts';

export interface Bill {
  /** Exact dollars, as decimal text. */
  readonly usd: string;
  /** Invocations that are on it. */
  readonly calls: number;
}

export interface Till {
  readonly billAt: (atMs: number) => Bill;
  /** Exact dollars of one invocation by itself, as decimal text. */
  readonly usdOf: (usage: UsageRecord) => string;
}

/** @param by the tariff and what is chosen with it: a till for each */
export function createTill(
  recording: Recording,
  by: { readonly tariff: Tariff; readonly options: PricingOptions },
): Till {
  const counted = new WeakMap<Segment, { readonly totals: Totals; readonly calls: number }>();

  /** Of a segment that gets no more entries. */
  function whole(segment: Segment) {
    const known = counted.get(segment) ?? countIn(segment.entries, by.tariff);
    counted.set(segment, known);
    return known;
  }

  function billAt(atMs: number): Bill {
    const { at, count } = positionOf(recording, atMs);
    const meter = createMeter(by.tariff);
    let calls = 0;
    for (const usage of recording.older.values()) {
      meter.add(usage);
      calls += usage.count;
    }
    let totals = meter.totals();
    for (const segment of recording.segments.slice(0, at)) {
      const all = whole(segment);
      totals = mergeTotals(totals, all.totals);
      calls += all.calls;
    }
    const rest = countIn(recording.segments[at]?.entries.slice(0, count) ?? [], by.tariff);
    totals = mergeTotals(totals, rest.totals);
    return { usd: priceTotals(by.tariff, totals, by.options).totalUsd, calls: calls + rest.calls };
  }

  function usdOf(usage: UsageRecord): string {
    const meter = createMeter(by.tariff);
    meter.add(usage);
    return priceTotals(by.tariff, meter.totals(), by.options).totalUsd;
  }

  return { billAt, usdOf };
}

function countIn(entries: readonly Entry[], tariff: Tariff): { totals: Totals; calls: number } {
  const meter = createMeter(tariff);
  let calls = 0;
  for (const entry of entries) {
    if (entry.type !== 'invocationEnded') continue;
    meter.add(entry.usage);
    calls += 1;
  }
  return { totals: meter.totals(), calls };
}
