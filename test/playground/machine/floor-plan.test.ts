/** Where things stand: everything inside the picture, nothing over anything else, from 1 to 1,000 instances. */
import { signal } from '@preact/signals';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyLedger } from '../../../src/playground/entries/ledger.ts';
import { readEntry } from '../../../src/playground/entries/read.ts';
import { floorPlanOf } from '../../../src/playground/machine/floor-plan.ts';
import { sceneText } from '../../../src/playground/machine/words.ts';
import { sceneOf } from '../../../src/playground/recording/scene.ts';
import { emptyState } from '../../../src/playground/recording/standing.ts';
import { tell } from '../timeline/story.ts';

function sceneAt(calls: number, atMs: number, options = {}) {
  const { recording } = emptyLedgerOf(calls, atMs, options);
  return sceneOf(recording.now ?? emptyState(), atMs);
}

function emptyLedgerOf(calls: number, untilMs: number, options: object) {
  const ledger = emptyLedger();
  const all = Array.from({ length: calls }, () => ({ atMs: 0, durationMs: 100 }));
  for (const entry of tell(all, { concurrencyLimit: 50, initMs: 200, untilMs, ...options })) {
    readEntry(ledger, entry);
  }
  return ledger;
}

test('vessels stand in their house, side by side, on a phone and on a wide screen', () => {
  const size = fc.record({
    // In a window of 320 px it is not much wider than 200.
    width: fc.integer({ min: 180, max: 1_600 }),
    height: fc.integer({ min: 150, max: 500 }),
  });
  fc.assert(
    fc.property(size, fc.integer({ min: 1, max: 50 }), fc.nat(5), ({ width, height }, calls, more) => {
      const hasMore = more > 0;
      const hasStore = hasMore || calls % 2 === 0;
      const scene = sceneAt(calls, 100);
      const model = {
        title: 'Begroet',
        recording: signal({ current: emptyLedger().recording }),
        nowMs: () => 0,
        startedAtMs: signal(0),
        isRunning: signal(false),
        functions: [
          { name: 'begroet', isFedByQueue: false },
          ...Array.from({ length: more }, (_, at) => ({ name: `mail-${at}`, isFedByQueue: at % 2 === 0 })),
        ],
        hasStore,
        hasServices: hasMore,
      };
      const { houses, floorY, store, services } = floorPlanOf(model, scene, width, height);
      const [house, next] = houses;
      const stands = house?.stands ?? [];
      expect(stands).toHaveLength(calls);
      for (const [at, stand] of stands.entries()) {
        expect(stand.width).toBeGreaterThan(0);
        expect(stand.x - stand.width / 2).toBeGreaterThan(house?.x ?? 0);
        expect(stand.x + stand.width / 2).toBeLessThan((house?.x ?? 0) + (house?.width ?? 0));
        expect(stand.bottomY).toBeLessThan(floorY);
        expect(stand.brimY).toBeLessThan(stand.bottomY);
        const after = stands[at + 1];
        if (after?.brimY === stand.brimY) expect(after.x - stand.x).toBeGreaterThanOrEqual(stand.width);
      }
      if (next !== undefined)
        expect(next.queueX).toBeGreaterThanOrEqual((house?.x ?? 0) + (house?.width ?? 0));
      for (const one of houses) expect(one.x + one.width).toBeLessThanOrEqual(store?.x ?? width);
      for (const beside of [store, services]) {
        if (beside !== null) expect(beside.x + beside.width).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test.each([
  [0, 0, 'Er draait nog niets. Dat kost ook niets.'],
  [1, 100, '1 instantie start koud.'],
  [3, 250, '3 instanties werken.'],
  [60, 1_000, '50 instanties wachten gratis. 10 aanroepen zijn geweigerd (429).'],
  [1, 40_000, 'Er is geen enkele instantie.'],
])('%i calls at once, after %i ms, in words', (calls, atMs, text) => {
  expect(sceneText(sceneAt(calls, atMs))).toBe(text);
});
