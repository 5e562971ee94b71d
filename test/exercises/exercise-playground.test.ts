/** What an exercise adds to a playground: its checks below, sharing and taking home above, and what a set says of it. */
import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import type { Sample } from '../../src/course/sample.ts';
import { ExercisePlayground } from '../../src/exercises/ExercisePlayground.tsx';
import { setFragment } from '../../src/exercises/set.ts';
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
vi.mock('../../src/take-home/DownloadButton.tsx', () => ({
  DownloadButton: ({ name }: { name: string }) => h('button', null, `Neem ${name} mee`),
}));

const { sample } = await exerciseFromDisk('groet-iedereen');
const CARD = { checks: [{ id: 'a', title: 'Groet met naam' }], hints: ['Kijk.'], isGolf: false };

async function open(hash = '', of: Sample = sample) {
  vi.stubGlobal('location', { hash, href: `https://les.test/${hash}` });
  model.current = openPlayground(of).model;
  return draw(h(ExercisePlayground, { sample: of, card: CARD }));
}

const SET = { title: 'Klas', exercises: ['groet-iedereen'], tariff: null, deadline: '', hints: false };

const buttons = (page: FakeElement) => page.all('button').map((one) => one.textContent);

test('a way to share above, and checks and hints below', async () => {
  expect(buttons(await open())).toEqual(['Deel groet-iedereen', 'Controleer', 'Hint']);
});

test('what needs Node can be taken home too', async () => {
  expect(buttons(await open('', { ...sample, needsNode: true }))).toEqual([
    'Deel groet-iedereen',
    'Neem groet-iedereen mee',
    'Controleer',
    'Hint',
  ]);
});

test('a set may take the hints away', async () => {
  const page = await open(setFragment(SET));
  await expect.poll(() => page.has('button', 'Hint'), { timeout: 45_000 }).toBe(false);
});

test.for([
  ['a set that can not be read', '#set=stuk'],
  ['another link', setFragment(SET).replace('#set=', '#les=')],
])('%s is no reason to stop', async ([, hash]) => {
  const page = await open(hash);
  await import('../../src/exercises/set.ts');
  await act(async () => {});
  expect(page.has('button', 'Hint')).toBe(true);
});
