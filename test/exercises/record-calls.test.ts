/** What a playground's calls leave on the device: rows of a visit, the first ones, and nothing of a stranger's copy. */
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordCalls } from '../../src/exercises/record-calls.ts';
import type { Invocation } from '../../src/playground/entries/invocation.ts';
import { emptyLedger } from '../../src/playground/entries/ledger.ts';
import { MOST_CALLS } from '../../src/progress/recorded-calls.ts';
import { recordings } from '../../src/progress/recordings.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  wipeProgress();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function playground(owner: 'reader' | 'stranger' = 'reader') {
  const ledger = signal({ current: emptyLedger() });
  const changes = signal(0);
  return {
    sample: { name: 'groet-iedereen' } as never,
    owner,
    ledger,
    changes,
    /** What ended or was refused, as `tracks.ts` notes it. */
    call(acceptedAtMs: number, rest: Partial<Invocation> = {}) {
      const call = { acceptedAtMs, outcome: 'ok', durationMs: 20, isCold: false, initMs: null, ...rest };
      ledger.value.current.tracks.settled.items.push(call as unknown as Invocation);
      changes.value += 1;
    },
    clear() {
      ledger.value = { current: emptyLedger() };
      changes.value += 1;
    },
  };
}

const kept = () => recordings.value['groet-iedereen'];

test('calls are kept from the first on, with what came of them', () => {
  const page = playground();
  const stop = recordCalls(page);
  page.call(5_000, { isCold: true, initMs: 120 });
  page.call(5_250.0004, { outcome: 'throttled', durationMs: null });
  page.call(6_000, { outcome: 'error', durationMs: 3 });
  vi.advanceTimersByTime(1_000);
  expect(kept()?.calls).toEqual([
    { atMs: 0, durationMs: 20, isCold: true, startMs: 120, status: 200 },
    { atMs: 250, durationMs: 0, isCold: false, startMs: 0, status: 429 },
    { atMs: 1_000, durationMs: 3, isCold: false, startMs: 0, status: 500 },
  ]);
  stop();
});

test('more calls make the same recording longer; after `Maak leeg` another one begins', () => {
  const page = playground();
  const stop = recordCalls(page);
  page.call(0);
  vi.advanceTimersByTime(1_000);
  const begin = kept()?.startedAtMs;
  page.call(10);
  vi.advanceTimersByTime(5_000);
  expect([kept()?.startedAtMs, kept()?.calls.length]).toEqual([begin, 2]);
  page.clear();
  page.call(9_000, { durationMs: 7 });
  vi.advanceTimersByTime(5_000);
  expect(kept()?.calls.map(({ atMs, durationMs }) => [atMs, durationMs])).toEqual([[0, 7]]);
  stop();
});

test('a flood is kept in so far as its first calls, and what was not yet kept is when the page goes', () => {
  const page = playground();
  const stop = recordCalls(page);
  for (let at = 0; at < 3 * MOST_CALLS; at += 1) page.call(at);
  stop();
  expect(kept()?.calls).toHaveLength(MOST_CALLS);
  expect(kept()?.calls.at(-1)?.atMs).toBe(MOST_CALLS - 1);
});

test('a playground in which nothing ended leaves nothing', () => {
  const page = playground();
  const stop = recordCalls(page);
  page.changes.value += 1;
  vi.advanceTimersByTime(5_000);
  stop();
  expect(kept()).toBeUndefined();
});

test('of a stranger’s copy nothing is kept', () => {
  const page = playground('stranger');
  const stop = recordCalls(page);
  page.call(0);
  vi.advanceTimersByTime(5_000);
  stop();
  expect(kept()).toBeUndefined();
});
