/** The set of a tab: found in the address or kept from the page before, and the way through it. */
import { beforeEach, expect, test, vi } from 'vitest';
import { asksToHandIn, closeSet, openSet, pathInSet, placeInSet } from '../../src/exercises/open-set.ts';
import { withoutSolution } from '../../src/exercises/own/index.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import { fragmentInTab, setInTab } from '../../src/exercises/set-in-tab.ts';
import { ownOf, plainOwn } from './own-support.ts';

const own = withoutSolution(ownOf({ ...plainOwn(), name: 'eigen-tel' }));
const set = { ...PLAIN_SET, title: 'Klas', exercises: ['een', 'eigen-tel', 'drie'], own: [own] };
const fragment = setFragment(set);

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});

const at = (hash: string) => vi.stubGlobal('location', { hash });

test('a set in the address is the set of the pages after it, until it is closed', () => {
  at('');
  expect(openSet()).toBeNull();
  at(fragment);
  expect(openSet()).toEqual({ set, fragment });
  at('#_top');
  expect(openSet()).toEqual({ set, fragment });
  expect(setInTab.value).toEqual(set);
  closeSet();
  expect([fragmentInTab(), openSet(), setInTab.value]).toEqual([null, null, null]);
});

test('a link that is cut off opens nothing, and takes nothing from the set that was kept', () => {
  at(fragment);
  openSet();
  at(fragment.slice(0, -9));
  expect(openSet()).toBeNull();
  at('');
  expect(openSet()?.set).toEqual(set);
});

test('another set takes the place of the one before', () => {
  at(fragment);
  openSet();
  const other = setFragment({ ...set, title: 'Volgende week' });
  at(other);
  openSet();
  at('');
  expect(openSet()?.set.title).toBe('Volgende week');
});

test('what stands after the set in an address says what it is about', () => {
  at(`${fragment}&lever-in`);
  expect(openSet()).toEqual({ set, fragment });
  expect(asksToHandIn(`${fragment}&lever-in`)).toBe(true);
  expect([asksToHandIn(fragment), asksToHandIn('#x&lever-in')]).toEqual([false, false]);
});

test('each exercise has a place in it, with the ways on and back', () => {
  const open = { set, fragment };
  const common = { of: 3, page: `/opdracht/${fragment}`, handIn: `/opdracht/${fragment}&lever-in` };
  const second = `/oefeningen/eigen/?naam=eigen-tel${fragment}`;
  expect(pathInSet('eigen-tel', open)).toBe(second);
  expect(placeInSet(open, 'een')).toEqual({ ...common, at: 1, previous: null, next: second });
  expect(placeInSet(open, 'eigen-tel')).toEqual({
    ...common,
    at: 2,
    previous: `/oefeningen/een/${fragment}`,
    next: `/oefeningen/drie/${fragment}`,
  });
  expect(placeInSet(open, 'drie')).toMatchObject({ at: 3, previous: second, next: null });
  for (const name of [null, 'elders']) {
    expect(placeInSet(open, name)).toEqual({ ...common, at: 0, previous: null, next: null });
  }
});
