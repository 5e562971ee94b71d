/** Which packages there come, as `npm run scorm` is asked: the course, one lesson, or each lesson besides the course. */
import { expect, test } from 'vitest';
import { plannedPackages } from '../../../src/build/scorm/package.ts';

const course = ['een', 'twee', 'drie'].map((slug) => ({ slug, title: `Les ${slug}`, exercises: [] }));
const planned = (only: string | undefined, perLesson: boolean) =>
  plannedPackages(course, { only, perLesson })?.map(
    ({ name, title, lessons }) => `${name} (${title}): ${lessons.map(({ slug }) => slug).join(', ')}`,
  );

const WHOLE = 'cursus (Functielab): een, twee, drie';

test('the whole course, in which every lesson counts', () => {
  expect(planned(undefined, false)).toEqual([WHOLE]);
});

test('one lesson, which alone counts', () => {
  expect(planned('twee', false)).toEqual(['twee (Les twee): twee']);
  expect(planned('twee', true)).toEqual(['twee (Les twee): twee']);
  expect(plannedPackages(course, { only: 'vier', perLesson: false })).toBeNull();
});

test('each lesson besides the course', () => {
  expect(planned(undefined, true)).toEqual([
    WHOLE,
    'een (Les een): een',
    'twee (Les twee): twee',
    'drie (Les drie): drie',
  ]);
});
