import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Tracks } from '../../../../src/playground/entries/ledger.ts';
import {
  type Bar,
  barsOf,
  NARROWEST_PX,
  pilesOf,
  waitsOn,
} from '../../../../src/playground/timeline/picture/bars.ts';
import { layoutOf, scaleOf } from '../../../../src/playground/timeline/picture/layout.ts';
import type { Window } from '../../../../src/playground/timeline/window.ts';
import { read, steady, tell } from '../story.ts';

function pictureOf(tracks: Tracks, window: Window, untilMs = Number.POSITIVE_INFINITY) {
  const layout = layoutOf(tracks, 900);
  return { window, untilMs, scale: scaleOf(layout, window) };
}

function barsIn(tracks: Tracks, window: Window, untilMs?: number): Bar[] {
  const lanes = [...tracks.groups.values()].flatMap((group) => group.lanes);
  return lanes.flatMap((lane) => barsOf(lane, pictureOf(tracks, window, untilMs)));
}

test('a short start and short work are both wide enough to see, side by side', () => {
  const [init, busy] = barsIn(read(tell([{ atMs: 0, durationMs: 0.2 }])), { fromMs: 0, toMs: 60_000 });
  expect([init?.kind, init?.width]).toEqual(['init', NARROWEST_PX.init]);
  expect([busy?.kind, busy?.width]).toEqual(['busy', NARROWEST_PX.busy]);
  expect(busy?.x).toBe((init?.x ?? 0) + NARROWEST_PX.init);
});

test('what went wrong is seen among a thousand that went well', () => {
  const calls = steady(1_000, 10, 5).map((call, at) =>
    at === 500 ? { ...call, outcome: 'error' as const } : call,
  );
  const bars = barsIn(read(tell(calls)), { fromMs: 0, toMs: 1_000_000 });
  expect(bars.filter(({ isBad }) => isBad)).toHaveLength(1);
});

test('waiting for a service is a hole in the bar, as long as it took and within the picture', () => {
  const tracks = read(tell([{ atMs: 0, durationMs: 500, invocationId: 'a' }]));
  const invocation = tracks.invocations.get('a');
  const startedMs = invocation?.startedAtMs ?? 0;
  const answered = { outcome: 'answered', status: 200, calledId: null } as const;
  const one = { method: 'GET', url: 'https://weer.example/', ...answered } as const;
  invocation?.asked.push(
    { ...one, fromMs: startedMs + 100, toMs: startedMs + 300 },
    { ...one, fromMs: startedMs + 200, toMs: startedMs + 400 },
  );
  const window = { fromMs: 0, toMs: 1_000 };
  const [lane] = [...tracks.groups.values()].flatMap((group) => group.lanes);
  const whole = pictureOf(tracks, window);
  const holes = lane === undefined ? [] : waitsOn(lane, whole);
  expect(holes).toHaveLength(1);
  expect(holes[0]?.x).toBeCloseTo(whole.scale.xOf(startedMs + 100));
  expect(holes[0]?.width).toBeCloseTo(300 * whole.scale.pxPerMs);
  const cut = lane === undefined ? [] : waitsOn(lane, pictureOf(tracks, window, startedMs + 150));
  expect(cut[0]?.width).toBeCloseTo(50 * whole.scale.pxPerMs);
});

test('a retry is seen too', () => {
  const delivers = [{ messageId: 'm', attempt: 2 }];
  const bars = barsIn(read(tell([...steady(50, 10, 5), { atMs: 600, delivers }])), {
    fromMs: 0,
    toMs: 1_000_000,
  });
  expect(Math.max(...bars.map(({ attempt }) => attempt))).toBe(2);
});

test('work that goes on reaches to the moment of the picture; what came later is not there', () => {
  const tracks = read(tell([{ atMs: 0, durationMs: 500 }, { atMs: 900 }]));
  const window = { fromMs: 0, toMs: 1_000 };
  const bars = barsIn(tracks, window, 200);
  expect(bars.map(({ kind, isOpen }) => [kind, isOpen])).toEqual([
    ['init', false],
    ['busy', true],
  ]);
  const busy = bars[1];
  expect((busy?.x ?? 0) + (busy?.width ?? 0)).toBeCloseTo(pictureOf(tracks, window).scale.xOf(200));
});

const anyCalls = fc.array(
  fc.record({
    atMs: fc.nat(20_000),
    durationMs: fc.double({ min: 0.1, max: 300, noNaN: true }),
    outcome: fc.constantFrom('ok' as const, 'ok' as const, 'error' as const, 'crash' as const),
  }),
  { maxLength: 150 },
);

test('each stretch is in exactly one bar, and no bar lies over another, however far one zooms out', () => {
  fc.assert(
    fc.property(anyCalls, fc.integer({ min: 50, max: 1_000_000 }), (calls, spanMs) => {
      const tracks = read(tell(calls, { idleTimeoutMs: 300 }));
      const picture = pictureOf(tracks, { fromMs: 0, toMs: spanMs });
      for (const lane of tracks.groups.get('begroet')?.lanes ?? []) {
        const bars = barsOf(lane, picture);
        const seen = lane.stretches.items.filter(({ fromMs }) => fromMs <= spanMs);
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(seen.length);
        for (const [at, { x, width }] of bars.entries()) {
          const before = bars[at - 1];
          expect(x).toBeGreaterThanOrEqual((before?.x ?? 0) + (before?.width ?? 0) - 1e-6);
          expect(width).toBeGreaterThanOrEqual(NARROWEST_PX.busy - 1e-6);
        }
        // Beside where it belongs by no more than a start and its work are wide.
        const last = seen.at(-1);
        const end = (bars.at(-1)?.x ?? 0) + (bars.at(-1)?.width ?? 0);
        if (last !== undefined) {
          expect(end - picture.scale.xOf(last.toMs ?? 0)).toBeLessThanOrEqual(
            NARROWEST_PX.init + 2 * NARROWEST_PX.busy,
          );
        }
      }
    }),
  );
});

test('refusals that lie close are one pile with their number, and none is lost', () => {
  const calls = [{ atMs: 0, durationMs: 5_000 }, ...[10, 11, 12, 2_000, 4_000].map((atMs) => ({ atMs }))];
  const tracks = read(tell(calls, { concurrencyLimit: 1 }));
  const counts = (window: Window) =>
    pilesOf(tracks.refusals, pictureOf(tracks, window), 34).map(({ count }) => count);
  expect(counts({ fromMs: 0, toMs: 5_000 })).toEqual([3, 1, 1]);
  expect(counts({ fromMs: 9, toMs: 13 })).toEqual([1, 1, 1]);
  expect(counts({ fromMs: 0, toMs: 900_000 })).toEqual([5]);
  expect(counts({ fromMs: 100, toMs: 1_000 })).toEqual([]);
});
