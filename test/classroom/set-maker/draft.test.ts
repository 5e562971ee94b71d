/** What a teacher puts together becomes sets, and sets become again what was put together. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  copyOf,
  type Draft,
  draftOf,
  EMPTY_DRAFT,
  overWeeks,
  setsOf,
} from '../../../src/classroom/set-maker/draft.ts';
import { fieldsOfDue } from '../../../src/classroom/sets/deadline.ts';
import { withoutSolution } from '../../../src/exercises/own/index.ts';
import { ownOf, plainOwn } from '../../exercises/own-support.ts';

const own = withoutSolution(ownOf({ ...plainOwn(), name: 'eigen-tel' }));
const versionOf = (name: string) => (name === 'onbekend' ? '' : '0123abcd');
const draft: Draft = {
  ...EMPTY_DRAFT,
  title: 'Klas 1B',
  due: '2026-12-04T15:30Z',
  chosen: [
    { name: 'een', part: 1 },
    { name: 'eigen-tel', part: 0 },
    { name: 'drie', part: 2 },
  ],
  own: [own],
};

test('one set has all of it, with the versions that the teacher saw', () => {
  const [set, ...more] = setsOf(draft, versionOf);
  expect(more).toEqual([]);
  expect(set).toMatchObject({ title: 'Klas 1B', exercises: ['een', 'eigen-tel', 'drie'], own: [own] });
  expect(set?.versions).toHaveLength(3);
  expect(setsOf({ ...draft, chosen: [{ name: 'onbekend', part: 0 }] }, versionOf)[0]?.versions).toEqual([]);
  expect(setsOf({ ...draft, title: '  ' }, versionOf)[0]?.title).toBe('Reeks');
  expect(setsOf(EMPTY_DRAFT, versionOf)).toEqual([]);
});

test('two variants have one title, what both share, and each what is for it alone', () => {
  const sets = setsOf({ ...draft, form: 'variants' }, versionOf);
  expect(sets.map(({ title, variant, exercises }) => [title, variant, exercises])).toEqual([
    ['Klas 1B', 'A', ['een', 'eigen-tel']],
    ['Klas 1B', 'B', ['eigen-tel', 'drie']],
  ]);
});

test('weeks have a set each, a week later every time, and an own exercise only where it is made', () => {
  const chosen = draft.chosen.map((one, at) => ({ ...one, part: at + 1 }));
  const sets = setsOf({ ...draft, form: 'weeks', weeks: 4, chosen }, versionOf);
  expect(sets.map(({ title, exercises, own: mine }) => [title, exercises, mine.length])).toEqual([
    ['Klas 1B, week 1', ['een'], 0],
    ['Klas 1B, week 2', ['eigen-tel'], 1],
    ['Klas 1B, week 3', ['drie'], 0],
  ]);
  const days = sets.map(({ due }) => fieldsOfDue(due).date);
  expect(days).toEqual(['2026-12-04', '2026-12-11', '2026-12-18']);
});

const name = fc.stringMatching(/^[a-z]{3,8}$/);
const anyDraft = fc
  .record({
    form: fc.constantFrom('one', 'variants', 'weeks'),
    names: fc.uniqueArray(name, { minLength: 2, maxLength: 12 }),
    parts: fc.array(fc.nat(5), { minLength: 12, maxLength: 12 }),
    due: fc.constantFrom(null, '2026-12-04T15:30Z', '2027-03-20T12:00Z'),
    hints: fc.boolean(),
    tariff: fc.constantFrom(null, 'duur'),
  })
  .map(({ form, names, parts, ...one }): Draft => {
    const parting = { one: 1, variants: 3, weeks: 6 }[form];
    const chosen = names.map((of, at) => ({
      name: of,
      part: ((parts[at] ?? 0) % parting) + (form === 'weeks' ? 1 : 0),
    }));
    return { ...EMPTY_DRAFT, ...one, form, title: 'Klas', chosen };
  });

test('opened again it gives the same sets', () => {
  fc.assert(
    fc.property(anyDraft, (one) => {
      const sets = setsOf(one, versionOf);
      expect(setsOf(draftOf(sets), versionOf).map(({ variant, ...set }) => ({ ...set, title: '' }))).toEqual(
        sets.map(({ variant, ...set }) => ({ ...set, title: '' })),
      );
    }),
  );
});

test('over weeks in their order, each week about as long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 2, max: 45 }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      (all, weeks) => {
        const chosen = all.map((_, at) => ({ name: `${at}`, part: 0 }));
        const minutes = (of: string) => all[Number(of)] ?? 0;
        const spread = overWeeks(chosen, weeks, minutes);
        const parts = spread.map(({ part }) => part);
        expect(parts).toEqual(parts.toSorted((a, b) => a - b));
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(1);
        expect(Math.max(...parts)).toBeLessThanOrEqual(weeks);
        const sums = [...Map.groupBy(spread, ({ part }) => part).values()].map((in_) =>
          in_.reduce((sum, one) => sum + minutes(one.name), 0),
        );
        const share = all.reduce((sum, one) => sum + one, 0) / weeks;
        // An exercise is not cut in two: a week is at most two halves over its share.
        for (const sum of sums) expect(sum).toBeLessThanOrEqual(share + Math.max(...all) + 1e-9);
      },
    ),
  );
});

test('a copy is another one, without the deadline of the first', () => {
  expect(copyOf(draft)).toMatchObject({ title: 'Klas 1B (kopie)', due: null, chosen: draft.chosen });
});
