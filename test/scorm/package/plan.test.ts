/** Which packages there come: of the course, of lessons, of a set; what counts in each, and where it begins. */
import { expect, test } from 'vitest';
import { readSet } from '../../../src/exercises/set.ts';
import type { LessonFacts } from '../../../src/scorm/package/course-facts.ts';
import {
  type PackageRules,
  plannedPackages,
  planOfLessons,
  planOfSet,
} from '../../../src/scorm/package/plan.ts';

const exercise = (name: string) => ({ name, title: `Oefening ${name}`, checks: [{ id: 'a', title: 'A' }] });
const course: readonly LessonFacts[] = [
  { slug: 'een', title: 'Les een', exercises: [exercise('groet')] },
  { slug: 'twee', title: 'Les twee', exercises: [] },
  { slug: 'drie', title: 'Les drie', exercises: [exercise('tel'), exercise('sorteer')] },
];
const RULES: PackageRules = { passMark: null, isExercisesOnly: false };
const planned = (only: string | undefined, perLesson: boolean) =>
  plannedPackages(course, { only, perLesson, ...RULES })?.map(
    ({ name, title, facts }) => `${name} (${title}): ${facts.lessons.map(({ slug }) => slug).join(', ')}`,
  );
const setOf = (address: string | null) => readSet(address?.slice(address.indexOf('#')) ?? '');

const WHOLE = 'cursus (Functielab): een, twee, drie';

test('the whole course, in which every lesson counts', () => {
  expect(planned(undefined, false)).toEqual([WHOLE]);
});

test('one lesson, which alone counts', () => {
  expect(planned('twee', false)).toEqual(['twee (Les twee): twee']);
  expect(planned('twee', true)).toEqual(['twee (Les twee): twee']);
  expect(plannedPackages(course, { only: 'vier', perLesson: false, ...RULES })).toBeNull();
});

test('each lesson besides the course', () => {
  expect(planned(undefined, true)).toEqual([
    WHOLE,
    'een (Les een): een',
    'twee (Les twee): twee',
    'drie (Les drie): drie',
  ]);
});

test('its exercises are handed in as a set, and a package without any has no pass mark', () => {
  const whole = { name: 'keuze', title: 'Keuze' };
  const { facts } = planOfLessons(course, whole, { ...RULES, passMark: 60 });
  expect(facts).toMatchObject({ start: 'lessen/een/index.html', passMark: 60 });
  expect(facts.exercises.map(({ name }) => name)).toEqual(['groet', 'tel', 'sorteer']);
  expect(setOf(facts.handIn)).toMatchObject({ title: 'Keuze', exercises: ['groet', 'tel', 'sorteer'] });
  const two = planOfLessons(course.slice(1, 2), whole, { ...RULES, passMark: 60 }).facts;
  expect(two).toMatchObject({ passMark: null, handIn: null, exercises: [] });
});

test('only exercises: no lesson counts, and a visit begins with the set', () => {
  const { facts } = planOfLessons(
    course,
    { name: 'keuze', title: 'Keuze' },
    { passMark: 60, isExercisesOnly: true },
  );
  expect(facts.lessons).toEqual([]);
  expect(facts.start).toBe(facts.handIn);
  expect(facts.start).toMatch(/^opdracht\/index\.html#set=/);
  const readOnly = planOfLessons(
    course.slice(1, 2),
    { name: 'twee', title: 'Twee' },
    { passMark: null, isExercisesOnly: true },
  );
  expect(readOnly.facts).toMatchObject({ lessons: [{ slug: 'twee' }], start: 'lessen/twee/index.html' });
});

test('a teacher’s set keeps its rules', () => {
  const given = setOf(planOfLessons(course, { name: 'x', title: 'Week 3' }, RULES).facts.handIn);
  if (given === null) throw new Error('no set');
  const set = { ...given, hints: false, tariff: 'aws-lambda-x86-us-east-1' };
  const { title, facts } = planOfSet(set, [exercise('tel')], 'reeks', { passMark: 80 });
  expect(title).toBe('Week 3');
  expect(facts).toMatchObject({ lessons: [], passMark: 80, exercises: [{ name: 'tel' }] });
  expect(setOf(facts.start)).toMatchObject({ hints: false, tariff: 'aws-lambda-x86-us-east-1' });
});
