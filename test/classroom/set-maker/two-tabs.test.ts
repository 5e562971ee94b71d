/** A teacher's set that is open in two tabs: each shows what was chosen last, wherever that was, and neither loses it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { newDraft } from '../../../src/authoring/new-draft.ts';
import { keptPlans } from '../../../src/classroom/set-maker/kept-sets.ts';
import { createMaker } from '../../../src/classroom/set-maker/maker-model.ts';
import type { ListedForSet } from '../../../src/exercises/list.ts';
import { isOwn, ownFile, readOwnFile } from '../../../src/exercises/own/index.ts';

const listed = (name: string): ListedForSet => ({
  name,
  title: name,
  href: `/oefeningen/${name}/`,
  lesson: 'Les 1',
  minutes: 10,
  summary: '',
  checks: [],
  checkTitles: [],
  version: '0123abcd',
  level: 'instap',
  kind: 'build',
});

let nowMs = 1_000;
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  keptPlans.value = [];
  vi.spyOn(Date, 'now').mockImplementation(() => {
    nowMs += 1;
    return nowMs;
  });
});

const tab = () => createMaker(['een', 'twee', 'drie'].map(listed));
const chosen = (maker: ReturnType<typeof tab>) => maker.draft.value.chosen.map(({ name }) => name);

test('what is chosen in the one is in the form of the other, before that chooses more', () => {
  const here = tab();
  const there = tab();
  here.choose('een', true);
  const [plan] = keptPlans.value;
  if (plan === undefined) throw new Error('Nothing was kept');
  there.open(plan);
  there.choose('twee', true);
  expect(chosen(here)).toEqual(['een', 'twee']);
  here.choose('drie', true);
  here.change({ title: 'Klas 1B' });
  expect(chosen(there)).toEqual(['een', 'twee', 'drie']);
  expect(there.draft.value.title).toBe('Klas 1B');
  expect(keptPlans.value.length).toBe(1);
});

test('another set that is kept meanwhile leaves the form as it is', () => {
  const here = tab();
  here.choose('een', true);
  tab().choose('twee', true);
  expect(chosen(here)).toEqual(['een']);
  expect(keptPlans.value.length).toBe(2);
});

test('weeks without exercises, one week alone, and one variant alone are the same form in the other tab', () => {
  for (const form of ['weeks', 'variants'] as const) {
    keptPlans.value = [];
    const here = tab();
    const there = tab();
    here.change({ title: 'Klas 1B' });
    here.choose('een', true);
    here.setForm(form);
    here.setPart('een', 1);
    const [plan] = keptPlans.value;
    if (plan === undefined) throw new Error('Nothing was kept');
    there.open(plan);
    expect(there.draft.value).toEqual(here.draft.value);
    there.change({ deadline: 'vrijdag' });
    expect(here.draft.value).toEqual(there.draft.value);
    expect(here.draft.value).toMatchObject({ form, title: 'Klas 1B', weeks: 6, deadline: 'vrijdag' });
  }
});

test('an exercise of the teacher’s own that is not chosen stays to be chosen', () => {
  const here = tab();
  const there = tab();
  const own = readOwnFile(ownFile({ ...newDraft('proef'), title: 'Eigen', task: 'Doe iets' }));
  if (!isOwn(own)) throw new Error(own.problems.join(' '));
  here.choose('een', true);
  here.addOwn(own);
  here.choose(own.name, false);
  const [plan] = keptPlans.value;
  if (plan === undefined) throw new Error('Nothing was kept');
  there.open(plan);
  there.choose('twee', true);
  expect(chosen(here)).toEqual(['een', 'twee']);
  expect(here.draft.value.own.map(({ name }) => name)).toEqual([own.name]);
});
