/** What an exercise adds to a playground: its checks below, sharing and taking home above, and what a set says of it. */
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import type { Sample } from '../../src/course/sample.ts';
import { ExercisePlayground } from '../../src/exercises/ExercisePlayground.tsx';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
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

const { ran, read } = vi.hoisted(() => ({ ran: [] as unknown[], read: [] as string[] }));
vi.mock('../../src/exercises/run/in-browser.ts', () => ({
  checkForLearner: async (...asked: unknown[]) => {
    ran.push(asked);
    return [];
  },
}));
vi.mock('../../src/exercises/set.ts', async (original) => {
  const actual = await original<typeof import('../../src/exercises/set.ts')>();
  return {
    ...actual,
    readSet: (fragment: string) => {
      read.push(fragment);
      return actual.readSet(fragment);
    },
  };
});

const { sample } = await exerciseFromDisk('groet-iedereen');
const CARD = {
  checks: [{ id: 'a', title: 'Groet met naam' }],
  hints: ['Kijk.'],
  learned: 'Groeten kan altijd.',
  next: [],
  isGolf: false,
};

async function open(hash = '', of: Sample = sample) {
  vi.stubGlobal('location', { hash, href: `https://les.test/${hash}` });
  model.current = openPlayground(of).model;
  return draw(h(ExercisePlayground, { sample: of, card: CARD }));
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
  const page = await open(setFragment(SET));
  await act(() => vi.dynamicImportSettled());
  expect(page.has('button', 'Hint')).toBe(false);
});

test.for([
  ['a set that can not be read', '#set=stuk', true],
  ['another link', setFragment(SET).replace('#set=', '#les='), false],
] as const)('%s is no reason to stop', async ([, hash, isRead]) => {
  read.length = 0;
  const page = await open(hash);
  await act(() => vi.dynamicImportSettled());
  expect(page.has('button', 'Hint')).toBe(true);
  expect(read).toEqual(isRead ? [hash] : []);
});
