import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Invocation } from '../../../../src/playground/entries/invocation.ts';
import type { Tracks } from '../../../../src/playground/entries/ledger.ts';
import {
  hitTest,
  type Layout,
  layoutOf,
  scaleOf,
} from '../../../../src/playground/timeline/picture/layout.ts';
import { read, tell } from '../story.ts';

const WIDTH = 900;
const options = { scrollTop: 0, slackPx: 6, untilMs: Number.POSITIVE_INFINITY };

test('few lanes are tall, many are low, and very many scroll in a box that grows no further', () => {
  const heights = [1, 10, 40, 200].map((lanes) => {
    const calls = Array.from({ length: lanes }, () => ({ atMs: 0, durationMs: 100 }));
    return layoutOf(read(tell(calls, { concurrencyLimit: 200 })), WIDTH);
  });
  expect(heights.map(({ laneHeight }) => laneHeight)).toEqual([26, 26, 9, 9]);
  expect(heights.map(({ scrollHeight }) => scrollHeight > 0)).toEqual([false, false, false, true]);
  expect(Math.max(...heights.map(({ height }) => height))).toBe(heights[3]?.height);
});

test('functions are named when there are several; refusals have a lane when there are any', () => {
  const calls = [{ atMs: 0 }, { atMs: 1 }];
  const one = layoutOf(read(tell(calls, { concurrencyLimit: 1 })), WIDTH);
  expect(one.rows.map(({ kind }) => kind)).toEqual(['lane']);
  expect(one.refusedY).not.toBeNull();
  const two = layoutOf(read(tell([{ atMs: 0 }, { atMs: 1, functionName: 'mail' }])), WIDTH);
  expect(two.rows.map(({ kind }) => kind)).toEqual(['head', 'lane', 'head', 'lane']);
  expect(two.refusedY).toBeNull();
});

function rowOf({ rows, laneHeight }: Layout, invocation: Invocation): number {
  const row = rows.find((each) => each.kind === 'lane' && each.lane === invocation.lane);
  return (row?.y ?? Number.NaN) + laneHeight / 2;
}

const anyCalls = fc.array(
  fc.record({
    atMs: fc.nat(3_000),
    durationMs: fc.integer({ min: 1, max: 400 }),
    functionName: fc.constantFrom('bestel', 'mail'),
    outcome: fc.constantFrom('ok' as const, 'error' as const, 'crash' as const),
  }),
  { minLength: 1, maxLength: 120 },
);

test('every invocation is found in its middle, when that is zoomed in on', () => {
  fc.assert(
    fc.property(anyCalls, (calls) => {
      const tracks = read(tell(calls, { concurrencyLimit: 60, idleTimeoutMs: 500 }));
      const layout = layoutOf(tracks, WIDTH);
      for (const invocation of tracks.invocations.values()) {
        const fromMs = invocation.acceptedAtMs;
        const toMs = invocation.endedAtMs ?? fromMs;
        const window = { fromMs: fromMs - (toMs - fromMs), toMs: toMs + (toMs - fromMs) };
        const x = scaleOf(layout, window).xOf((fromMs + toMs) / 2);
        const y = rowOf(layout, invocation);
        const scrollTop = Math.min(layout.scrollHeight, Math.max(0, y - layout.axisHeight - 20));
        const found = hitTest(tracks, layout, window, { x, y: y - scrollTop }, { ...options, scrollTop });
        expect(found?.invocationId).toBe(invocation.invocationId);
      }
    }),
  );
});

function onLane(tracks: Tracks, atMs: number, extra: Partial<typeof options> = {}): string | null {
  const layout = layoutOf(tracks, WIDTH);
  const window = { fromMs: 0, toMs: 1_000 };
  const point = { x: scaleOf(layout, window).xOf(atMs), y: layout.axisHeight + layout.laneHeight / 2 };
  return hitTest(tracks, layout, window, point, { ...options, ...extra })?.invocationId ?? null;
}

test('beside a narrow bar is near enough, far from any is nothing', () => {
  const tracks = read(tell([{ atMs: 0 }, { atMs: 500, durationMs: 1 }]));
  expect([onLane(tracks, 497), onLane(tracks, 504), onLane(tracks, 300)]).toEqual(['i2', 'i2', null]);
  expect(onLane(tracks, 10)).toBe('i1');
  expect(onLane(tracks, 500, { untilMs: 400 })).toBeNull();
});

test('a refused call is found on the lane of refusals, the axis is nothing', () => {
  const calls = [{ atMs: 100, durationMs: 300 }, { atMs: 200 }, { atMs: 250 }];
  const tracks = read(tell(calls, { concurrencyLimit: 1 }));
  const layout = layoutOf(tracks, WIDTH);
  const window = { fromMs: 0, toMs: 1_000 };
  const x = scaleOf(layout, window).xOf(248);
  const found = hitTest(tracks, layout, window, { x, y: layout.height - 5 }, options);
  expect(found).toMatchObject({ invocationId: 'i3', outcome: 'throttled' });
  expect(hitTest(tracks, layout, window, { x, y: 3 }, options)).toBeNull();
});
