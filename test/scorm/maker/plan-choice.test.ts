/** What a teacher may choose for a package, and what is said of a choice that makes none. */
import { describe, expect, test } from 'vitest';
import { withoutSolution } from '../../../src/exercises/own/index.ts';
import { PLAIN_SET, setFile, setFragment } from '../../../src/exercises/set.ts';
import { type Choice, planOf, setIn } from '../../../src/scorm/maker/plan-choice.ts';
import type { LessonFacts } from '../../../src/scorm/package/course-facts.ts';
import { ownOf } from '../../exercises/own-support.ts';

const exercise = (name: string) => ({ name, title: name, checks: [{ id: 'a', title: 'A' }] });
const course: readonly LessonFacts[] = [
  { slug: 'een', title: 'Les een', exercises: [exercise('groet')] },
  { slug: 'twee', title: 'Les twee', exercises: [] },
  { slug: 'drie', title: 'Les drie', exercises: [exercise('tel')] },
];
const CHOICE: Choice = { what: 'course', slugs: new Set(), passMark: '', isExercisesOnly: false, set: null };
const plan = (choice: Partial<Choice>) => planOf({ ...CHOICE, ...choice }, course);
const set = { ...PLAIN_SET, title: 'Week 3: tellen', exercises: ['tel', 'groet'] };

test('the course, some lessons, one lesson', () => {
  expect(plan({})).toMatchObject({ name: 'cursus', facts: { lessons: [{}, {}, {}], passMark: null } });
  expect(plan({ what: 'lessons', slugs: new Set(['drie', 'een']), passMark: '60' })).toMatchObject({
    name: '2-lessen',
    title: 'Functielab: 2 lessen',
    facts: { lessons: [{ slug: 'een' }, { slug: 'drie' }], passMark: 60 },
  });
  expect(plan({ what: 'lessons', slugs: new Set(['twee']) })).toMatchObject({
    name: 'twee',
    title: 'Les twee',
  });
});

test('a set in its order', () => {
  expect(plan({ what: 'set', set })).toMatchObject({
    name: 'week-3-tellen',
    facts: { lessons: [], exercises: [{ name: 'tel' }, { name: 'groet' }] },
  });
});

describe('what still lacks is said', () => {
  test.each<[string, Partial<Choice>, RegExp]>([
    ['no lesson', { what: 'lessons' }, /Kies minstens één les/],
    ['no set', { what: 'set' }, /Plak de link van een reeks/],
    ['a pass mark of 0', { passMark: '0' }, /heel getal van 1 tot 100/],
    ['a pass mark in words', { passMark: 'zes' }, /heel getal van 1 tot 100/],
    ['half a pass mark', { passMark: '5,5' }, /heel getal van 1 tot 100/],
    [
      'lessons without exercises',
      { what: 'lessons', slugs: new Set(['twee']), isExercisesOnly: true },
      /geen oefeningen/,
    ],
    [
      'an exercise of another site',
      { what: 'set', set: { ...set, exercises: ['weg'] } },
      /die deze site niet heeft/,
    ],
  ])('%s', (_, choice, words) => {
    expect(plan(choice)).toMatchObject({ lacking: expect.stringMatching(words) });
  });
});

test('a set is found in a link, in its fragment alone and in a file, and in nothing else', () => {
  const link = `https://x.test/opdracht/${setFragment(set)}`;
  expect(setIn(link)).toEqual(set);
  expect(setIn(`Maak dit: ${link} `)).toEqual(set);
  expect(setIn(setFile(set))).toEqual(set);
  for (const text of ['', 'https://x.test/', link.slice(0, -5), '{"functielab":"inlevering"}']) {
    expect(setIn(text)).toBeNull();
  }
});

test('an own exercise of a set counts with its checks', () => {
  const own = withoutSolution(ownOf());
  const checks = own.checks.map(({ id, title }) => ({ id, title }));
  const mixed = { ...set, exercises: ['groet', own.name], own: [own] };
  expect(plan({ what: 'set', set: mixed })).toMatchObject({
    facts: { exercises: [{ name: 'groet' }, { name: own.name, checks }] },
  });
});
