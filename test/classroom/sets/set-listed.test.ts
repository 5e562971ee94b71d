/** What a set's page lists: what the course knows, what the teacher wrote, and what has changed since. */
import { expect, test } from 'vitest';
import { listedInSet, movedOn } from '../../../src/classroom/sets/set-listed.ts';
import { withoutSolution } from '../../../src/exercises/own/index.ts';
import { PLAIN_SET } from '../../../src/exercises/set.ts';
import { ownOf, plainOwn } from '../../exercises/own-support.ts';

const course = ['een', 'twee'].map((name, at) => ({
  name,
  title: `Oefening ${name}`,
  href: `/oefeningen/${name}/`,
  lesson: 'Les 1',
  minutes: 5,
  summary: '',
  checks: ['a'],
  checkTitles: ['A'],
  version: `0000000${at}`,
  level: 'instap' as const,
  kind: 'build' as const,
}));
const own = withoutSolution(ownOf({ ...plainOwn(), name: 'eigen-tel', title: 'Tel', minutes: 7 }));
const set = { ...PLAIN_SET, title: 'Klas', exercises: ['twee', 'weg', 'eigen-tel', 'een'], own: [own] };

test('the exercises of the course and own ones, in the order of the set; what is gone is left out', () => {
  const listed = listedInSet(set, course);
  expect(listed.map(({ name }) => name)).toEqual(['twee', 'eigen-tel', 'een']);
  expect(listed[1]).toMatchObject({ title: 'Tel', minutes: 7, lesson: 'Eigen oefening' });
  expect(listed[1]?.checks).toEqual(own.checks.map(({ id }) => id));
  expect(listed[1]?.version).toMatch(/^[0-9a-f]{8}$/);
});

test('what is another version than the teacher saw is named; a set that names none says nothing', () => {
  const listed = listedInSet(set, course);
  expect(movedOn(set, listed)).toEqual([]);
  const versions = ['00000001', 'ffffffff', 'ffffffff', 'ffffffff'];
  expect(movedOn({ ...set, versions }, listed)).toEqual(['Oefening een']);
});
