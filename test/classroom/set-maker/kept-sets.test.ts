/** A teacher's sets on this device: kept, copied to another, thrown away and brought back; whoever wrote there, nothing fails. */
import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  addPlans,
  dropPlan,
  followPlans,
  type KeptPlan,
  keepPlan,
  keptPlans,
  plansFile,
  readPlans,
} from '../../../src/classroom/set-maker/kept-sets.ts';
import {
  readSeries,
  SERIES_FRAGMENT,
  seriesFragment,
  setsInLink,
} from '../../../src/classroom/sets/series.ts';
import { PLAIN_SET, setFragment } from '../../../src/exercises/set.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  followPlans();
});

const set = (title: string) => ({ ...PLAIN_SET, title, exercises: ['een'] });
const plan = (id: string, changedAtMs: number, title = id): KeptPlan => ({
  id,
  changedAtMs,
  sets: [set(title)],
});
const ids = () => keptPlans.value.map(({ id }) => id);

test('the newest first; kept again it is the same one, and what was thrown away comes back', () => {
  keepPlan(plan('a', 1));
  keepPlan(plan('b', 2));
  keepPlan(plan('a', 3, 'anders'));
  expect(ids()).toEqual(['a', 'b']);
  expect(keptPlans.value[0]?.sets[0]?.title).toBe('anders');
  const back = dropPlan('a');
  expect(ids()).toEqual(['b']);
  back();
  expect(ids()).toEqual(['a', 'b']);
  followPlans();
  expect(keptPlans.value).toEqual(readPlans([...kept.values()][0] ?? ''));
});

test('what another tab kept meanwhile is not lost', () => {
  keepPlan(plan('a', 1));
  kept.set('functielab:reeksen', plansFile([plan('a', 1), plan('elders', 5)]));
  keepPlan(plan('b', 9));
  expect(ids()).toEqual(['b', 'elders', 'a']);
});

test('a file with all of them comes back on another device; what is newer there stays', () => {
  const file = plansFile([plan('a', 1, 'oud'), plan('b', 2)]);
  keepPlan(plan('a', 5, 'nieuw'));
  expect(addPlans(readPlans(file) ?? [])).toBe(1);
  expect(keptPlans.value.map(({ id, sets }) => [id, sets[0]?.title])).toEqual([
    ['a', 'nieuw'],
    ['b', 'b'],
  ]);
});

test('whatever stands there or is chosen is read without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readPlans(JSON.stringify(value))).toBeNull();
      const file = {
        functielab: 'reeksen',
        v: 1,
        plans: [value, { id: 'a', changedAtMs: 1, sets: [value] }],
      };
      expect(readPlans(JSON.stringify(file))).toEqual([]);
      kept.set('functielab:reeksen', JSON.stringify(value));
      followPlans();
      expect(ids()).toEqual([]);
    }),
  );
});

test('a device that keeps nothing says so', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(keepPlan(plan('a', 1))).toBe(false);
  expect(ids()).toEqual(['a']);
});

test('the sets of some weeks go in one link; a link of one set, and one that was pasted with words around it, are read too', () => {
  const sets = [set('Klas, week 1'), set('Klas, week 2')];
  const link = `https://les.test/opdracht/${seriesFragment(sets)}`;
  expect(readSeries(seriesFragment(sets))).toEqual(sets);
  expect(setsInLink(` ${link}\n`)).toEqual(sets);
  expect(setsInLink(`https://les.test/opdracht/${setFragment(set('Klas'))}`)).toEqual([set('Klas')]);
  for (const wrong of ['', 'https://les.test/', link.slice(0, -8), '#reeksen=', `${SERIES_FRAGMENT}W10`]) {
    expect(setsInLink(wrong)).toBeNull();
  }
});
