import { expect, test } from 'vitest';
import { layoutOf } from '../../../../src/playground/timeline/picture/layout.ts';
import { paint } from '../../../../src/playground/timeline/picture/paint.ts';
import { wholeWindow } from '../../../../src/playground/timeline/window.ts';
import { read, tell } from '../story.ts';

/** Counts what is asked of it, and draws nothing. */
function countingContext() {
  const calls: Record<string, number> = {};
  const texts: string[] = [];
  const context = new Proxy(
    {
      measureText: (text: string) => ({ width: text.length * 7 }),
      createLinearGradient: () => ({ addColorStop: () => {} }),
    },
    {
      get: (target, name: string) => {
        if (name in target) return target[name as keyof typeof target];
        return (first: unknown) => {
          calls[name] = (calls[name] ?? 0) + 1;
          if (name === 'fillText') texts.push(String(first));
        };
      },
      set: () => true,
    },
  );
  return { context: context as unknown as CanvasRenderingContext2D, calls, texts };
}

const palette = new Proxy({}, { get: () => '#000' }) as never;

test('a picture of 20,000 invocations takes no more strokes than there is room for', () => {
  const calls = Array.from({ length: 20_000 }, (_, at) => ({
    atMs: at * 5,
    durationMs: 20 + ((at * 7_919) % 200),
    outcome: at % 300 === 0 ? ('error' as const) : ('ok' as const),
  }));
  const tracks = read(tell(calls, { concurrencyLimit: 50, idleTimeoutMs: 4_000 }));
  const world = { firstMs: 0, lastMs: tracks.lastMs };
  const { context, calls: made, texts } = countingContext();
  const layout = layoutOf(tracks, 1_200);
  paint(context, {
    tracks,
    layout,
    shown: { window: wholeWindow(world), world },
    isPaused: true,
    startedAtMs: 0,
    picked: 'i500',
    scrollTop: 0,
    palette,
    hatching: '#000',
  });
  const lanes = layout.rows.length;
  expect(lanes).toBeGreaterThan(20);
  expect(made['fillRect']).toBeLessThan(lanes * (layout.plotWidth / 3));
  expect(made['fillText']).toBeLessThan(lanes * 4 + 30);
  expect(texts).toContain('pauze');
  expect(texts).toContain('20 s');
});
