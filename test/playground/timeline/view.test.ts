import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createView } from '../../../src/playground/timeline/view.ts';
import { momentOf, spanOf } from '../../../src/playground/timeline/window.ts';
import { read, tell } from './story.ts';

/** One call at 1 s, one at 101 s, of which the instance lives until 132 s. */
function open(untilMs: number) {
  const entries = tell([{ atMs: 1_000 }, { atMs: 101_000, durationMs: 1_000 }]);
  const tracks = read(entries.filter(({ atMs }) => atMs <= untilMs));
  const clock = { nowMs: untilMs };
  const model = {
    tracks: signal({ current: tracks }),
    picked: signal<string | null>(null),
    startedAtMs: signal(1_000),
    nowMs: () => clock.nowMs,
  };
  const view = createView(model);
  const more = (toMs: number) => {
    for (const entry of entries) if (entry.atMs > clock.nowMs && entry.atMs <= toMs) read([entry], tracks);
    clock.nowMs = toMs;
  };
  return { view, tracks, more };
}

const momentNow = (view: ReturnType<typeof createView>) => momentOf(view.look().window, view.leadShare.value);

test('live, the window goes along with now while an instance lives', () => {
  const { view, more } = open(103_000);
  expect(view.isMoving()).toBe(true);
  expect(momentNow(view)).toBeCloseTo(103_000);
  more(104_000);
  expect(momentNow(view)).toBeCloseTo(104_000);
});

test('when the last instance is gone, time stands still', () => {
  const { view, more } = open(103_000);
  more(500_000);
  expect(view.isMoving()).toBe(false);
  expect(view.look().world.lastMs).toBe(132_014);
});

test('a paused picture stays as it is, and says how much has come in', () => {
  const { view, more } = open(100_000);
  view.pause();
  const before = view.look();
  more(103_000);
  expect(view.look()).toEqual(before);
  expect(view.newSincePause()).toBe(1);
  expect(view.isMoving()).toBe(false);
  view.follow();
  expect(view.newSincePause()).toBe(0);
  expect(momentNow(view)).toBeCloseTo(103_000);
});

test('live, zooming keeps following; paused, it stays around the middle', () => {
  const { view } = open(103_000);
  const before = spanOf(view.look().window);
  view.zoomIn();
  expect(view.mode.value.kind).toBe('live');
  expect(spanOf(view.look().window)).toBeCloseTo(before / 2);
  expect(momentNow(view)).toBeCloseTo(103_000);
  view.scrubTo(50_000);
  const { fromMs, toMs } = view.look().window;
  view.zoomIn();
  const after = view.look().window;
  expect(after.fromMs + after.toMs).toBeCloseTo(fromMs + toMs);
  expect(spanOf(after)).toBeCloseTo((toMs - fromMs) / 2);
  view.zoomOut();
  expect(view.look().window.fromMs).toBeCloseTo(fromMs);
});

test('scrubbing stops, at the moment that was asked for', () => {
  const { view } = open(103_000);
  view.scrubTo(20_000);
  expect(view.mode.value.kind).toBe('paused');
  expect(momentNow(view)).toBeCloseTo(20_000);
  view.scrubTo(-5_000);
  expect(momentNow(view)).toBeCloseTo(1_000);
  view.moveBy(2_000);
  expect(momentNow(view)).toBeCloseTo(3_000);
});

test('all is all, live and paused', () => {
  const { view } = open(103_000);
  view.showAll();
  expect(view.mode.value.kind).toBe('live');
  expect(view.look().window.fromMs).toBeLessThanOrEqual(1_000);
  view.zoomIn();
  view.pause();
  view.showAll();
  expect(view.mode.value.kind).toBe('paused');
  expect(view.look().window.fromMs).toBeLessThanOrEqual(1_000);
  expect(view.look().window.toMs).toBeGreaterThanOrEqual(103_000);
});

test('an old invocation that was picked elsewhere comes into view; a new one does not stop the picture', () => {
  const { view, tracks } = open(103_000);
  const [old, fresh] = [...tracks.invocations.values()];
  if (old === undefined || fresh === undefined) throw new Error('two invocations');
  view.zoomIn();
  view.reveal(fresh);
  expect(view.mode.value.kind).toBe('live');
  view.reveal(old);
  expect(view.mode.value.kind).toBe('paused');
  const { fromMs, toMs } = view.look().window;
  expect(fromMs).toBeLessThanOrEqual(1_000);
  expect(toMs).toBeGreaterThanOrEqual(1_019);
});

test('what was picked after the picture was stopped does not move it', () => {
  const { view, tracks, more } = open(100_000);
  view.pause();
  const before = view.look();
  more(103_000);
  const fresh = tracks.invocations.get('i2');
  if (fresh === undefined) throw new Error('a second invocation');
  view.reveal(fresh);
  expect(view.look()).toEqual(before);
});
