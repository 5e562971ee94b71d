/** A page of which the part that keeps its visit comes late, as on a slow network or a busy computer. */
import { expect, onTestFinished, test, vi } from 'vitest';
import type { TabVisit } from '../../../src/till/visit/tab-visit.ts';
import type { Visit } from '../../../src/till/visit/visit-state.ts';

const { arrive, arrived, taken } = vi.hoisted(() => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { arrive: resolve, arrived: promise, taken: [] as string[] };
});

vi.mock('../../../src/till/visit/kept-visit.ts', async () => {
  await arrived;
  return {
    openKeptVisit: (_: Storage, early: Visit): TabVisit => ({
      visit: () => early,
      take: async () => void taken.push('take'),
      heard: async () => {},
      keep: () => taken.push('keep'),
      leave: () => taken.push('leave'),
    }),
  };
});

/** The page's own events, without a page. */
function standInPage(): (type: string, event?: object) => void {
  const listeners = new Map<string, (event: object) => void>();
  const addEventListener = (type: string, heard: (event: object) => void) => listeners.set(type, heard);
  const stored = new Map<string, string>();
  vi.stubGlobal('addEventListener', addEventListener);
  vi.stubGlobal('document', { addEventListener, visibilityState: 'visible' });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return (type, event = {}) => listeners.get(type)?.(event);
}

test('what comes to a page that is left does nothing with its tab until the page is back', async () => {
  const happens = standInPage();
  const { addToVisit, isVisitKnown } = await import('../../../src/till/visit/visit.ts');
  addToVisit('Groet', [{ durationMs: 5, memoryMb: 128 }]);
  happens('pagehide');
  arrive();
  await vi.dynamicImportSettled();
  expect(taken).toEqual([]);
  happens('pageshow', { persisted: true });
  await expect.poll(() => isVisitKnown.value).toBe(true);
  expect(taken).toEqual(['take']);
});
