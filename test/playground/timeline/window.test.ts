import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  centredOn,
  liveWindow,
  longestSpanMs,
  momentOf,
  movedBy,
  movedTo,
  SHORTEST_SPAN_MS,
  spanOf,
  type World,
  wholeWindow,
  zoom,
} from '../../../src/playground/timeline/window.ts';

const LEAD = 0.2;
const world: World = { firstMs: 1_000, lastMs: 61_000 };

test('in the beginning a live window begins with the first thing that happened', () => {
  const { fromMs, toMs } = liveWindow({ firstMs: 1_000, lastMs: 1_500 }, 'recent', LEAD);
  expect(fromMs).toBeLessThanOrEqual(1_000);
  expect(fromMs).toBeGreaterThan(800);
  expect(toMs).toBeGreaterThan(5_000);
});

test('later it follows now, with room for what comes', () => {
  const window = liveWindow(world, 'recent', LEAD);
  expect(momentOf(window, LEAD)).toBeCloseTo(61_000);
  expect(window.fromMs).toBeGreaterThan(15_000);
  const all = liveWindow(world, 'all', LEAD);
  expect(all.fromMs).toBeLessThanOrEqual(1_000);
  expect(momentOf(all, LEAD)).toBeGreaterThanOrEqual(61_000);
  expect(spanOf(liveWindow(world, 500, LEAD))).toBe(500);
});

test('the whole is all of it', () => {
  const { fromMs, toMs } = wholeWindow(world);
  expect(fromMs).toBeLessThan(1_000);
  expect(toMs).toBeGreaterThan(61_000);
  expect(toMs - fromMs).toBeLessThan(66_000);
});

test('zooming keeps what the pointer is on where it is', () => {
  const window = { fromMs: 10_000, toMs: 20_000 };
  expect(zoom(window, 0.5, 12_000, world, LEAD)).toEqual({ fromMs: 11_000, toMs: 16_000 });
  expect(zoom(window, 2, 15_000, world, LEAD)).toEqual({ fromMs: 5_000, toMs: 25_000 });
});

const anyWindow = fc
  .record({
    fromMs: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    spanMs: fc.double({ min: 5, max: 1e6, noNaN: true }),
  })
  .map(({ fromMs, spanMs }) => ({ fromMs, toMs: fromMs + spanMs }));
const anyWorld = fc
  .record({ firstMs: fc.nat(1e5), passedMs: fc.nat(1e6) })
  .map(({ firstMs, passedMs }) => ({ firstMs, lastMs: firstMs + passedMs }));

test('however a reader moves and zooms, the moment in the place of now is one of the world', () => {
  const anyMs = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  const anyFactor = fc.double({ min: 0.01, max: 100, noNaN: true });
  fc.assert(
    fc.property(anyWindow, anyWorld, anyMs, anyFactor, (window, around, ms, factor) => {
      const moved = [
        movedTo(window, ms, around, LEAD),
        movedBy(window, ms, around, LEAD),
        centredOn(window, ms, around, LEAD),
        zoom(window, factor, ms, around, LEAD),
      ];
      for (const each of moved) {
        const momentMs = momentOf(each, LEAD);
        expect(momentMs).toBeGreaterThanOrEqual(around.firstMs - 1e-6);
        expect(momentMs).toBeLessThanOrEqual(around.lastMs + 1e-6);
      }
      const spanMs = spanOf(moved[3] ?? window);
      expect(spanMs).toBeGreaterThanOrEqual(SHORTEST_SPAN_MS - 1e-6);
      expect(spanMs).toBeLessThanOrEqual(longestSpanMs(around) + 1e-6);
    }),
  );
});
