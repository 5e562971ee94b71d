/** What an exercise adds to a playground: its checks below, sharing and taking home above, and what a set says of it. */
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { ExercisePlayground } from '../../src/exercises/ExercisePlayground.tsx';
import { type ExerciseSet, PLAIN_SET } from '../../src/exercises/set.ts';
import { setInTab } from '../../src/exercises/set-in-tab.ts';
import { openPlayground } from '../playground/open-playground.ts';
import { act, draw, type FakeElement } from './fake-page.ts';

const { model } = vi.hoisted(() => ({ model: { current: null as unknown } }));
// What they are has tests of its own: here it is what stands where.
vi.mock('../../src/playground/Playground.tsx', () => ({
  Playground: ({ tools, below }: Record<'tools' | 'below', (of: unknown, isReady: boolean) => unknown>) => [
    tools(model.current, true),
    below(model.current, true),
  ],
}));
vi.mock('../../src/sharing/ShareButton.tsx', () => ({
  ShareButton: ({ name }: { name: string }) => h('button', null, `Deel ${name}`),
}));
vi.mock('../../src/take-home/TakeHomeButton.tsx', () => ({
  TakeHomeButton: ({ name }: { name: string }) => h('button', null, `Neem ${name} mee`),
}));

const { ran } = vi.hoisted(() => ({ ran: [] as unknown[] }));
vi.mock('../../src/exercises/run/in-browser.ts', () => ({
  checkForLearner: async (...asked: unknown[]) => {
    ran.push(asked);
    return [];
  },
}));
const { sample } = await exerciseFromDisk('groet-iedereen');
const CARD = {
  checks: [{ id: 'a', title: 'Groet met naam' }],
  hints: ['Kijk.'],
  learned: 'Groeten kan altijd.',
  next: [],
  isGolf: false,
};

/** @param set that is open in this tab */
async function open(set: ExerciseSet | null = null) {
  setInTab.value = set;
  model.current = openPlayground(sample).model;
  return draw(h(ExercisePlayground, { sample, card: CARD }));
}

const SET = { ...PLAIN_SET, title: 'Klas', exercises: ['groet-iedereen'], hints: false };

const buttons = (page: FakeElement) => page.all('button').map((one) => one.textContent);

test('ways to share and to take along above, and checks and hints below', async () => {
  expect(buttons(await open())).toEqual([
    'Deel groet-iedereen',
    'Neem groet-iedereen mee',
    'Controleer',
    'Hint',
  ]);
});

test('the checks run in the sandbox of this page, which is fetched for it', async () => {
  const page = await open();
  await page.only('button', 'Controleer').dispatch('click');
  await act(() => vi.dynamicImportSettled());
  expect(ran).toMatchObject([[sample, sample.files, { tariffId: null }]]);
});

test('a set may take the hints away', async () => {
  const page = await open(SET);
  await act(() => vi.dynamicImportSettled());
  expect(page.has('button', 'Hint')).toBe(false);
});

test('a set may close sharing', async () => {
  const closed = { solutions: true, sharing: true };
  const page = await open({ ...SET, closed });
  await act(() => vi.dynamicImportSettled());
  expect(buttons(page)).toEqual(['Neem groet-iedereen mee', 'Controleer']);
});

test('a set that is open in the tab has no say in an exercise that is no part of it', async () => {
  const closed = { solutions: true, sharing: true };
  const page = await open({ ...SET, closed, exercises: ['tel'] });
  await act(() => vi.dynamicImportSettled());
  expect(buttons(page)).toEqual(['Deel groet-iedereen', 'Neem groet-iedereen mee', 'Controleer', 'Hint']);
});

test('a set that is opened or closed later has its say from then on', async () => {
  const page = await open();
  expect(page.has('button', 'Hint')).toBe(true);
  await act(() => {
    setInTab.value = SET;
  });
  expect(page.has('button', 'Hint')).toBe(false);
  await act(() => {
    setInTab.value = null;
  });
  expect(page.has('button', 'Hint')).toBe(true);
});
