/** A set comes back out of its link as it was; any other link holds none, and no error. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asSet, readSet, SET_FRAGMENT, setFragment } from '../../src/exercises/set.ts';
import { toPacked } from '../../src/kit/packed.ts';

const exerciseName = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const set = fc.record({
  title: fc.string({ unit: 'grapheme', maxLength: 50 }),
  exercises: fc.uniqueArray(exerciseName, { minLength: 1, maxLength: 20 }),
  tariff: fc.option(exerciseName, { nil: null }),
  deadline: fc.string({ unit: 'grapheme', maxLength: 50 }),
  hints: fc.boolean(),
});

test('a set comes back out of its link', () => {
  fc.assert(
    fc.property(set, (one) => {
      expect(readSet(setFragment(one))).toEqual(one);
    }),
  );
});

test('any other link holds no set, and no error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readSet(`#set=${text}`)).toBeNull();
    }),
  );
});

test('anything else that JSON can hold is no set', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(asSet(value)).toBeNull();
      expect(readSet(SET_FRAGMENT + toPacked(JSON.stringify(value)))).toBeNull();
    }),
  );
});

const WHOLE = { v: 1, title: 'Klas', exercises: ['een', 'twee'], tariff: null, deadline: '', hints: true };
const names = (count: number) => Array.from({ length: count }, (_, at) => `oefening-${at}`);

test.for<[what: string, change: object]>([
  ['as it is', {}],
  ['one exercise', { exercises: ['een'] }],
  ['40 exercises', { exercises: names(40) }],
  ['a title of 200 letters', { title: 'x'.repeat(200) }],
  ['a name of 61 letters', { exercises: ['x'.repeat(61)] }],
  ['a tariff', { tariff: 'aws-2' }],
  ['without hints', { hints: false }],
])('a set: %s', ([, change]) => {
  const { v, ...expected } = { ...WHOLE, ...change };
  expect(v).toBe(1);
  expect(asSet({ ...WHOLE, ...change })).toEqual(expected);
});

test.for<[what: string, change: object]>([
  ['another version', { v: 2 }],
  ['no title', { title: undefined }],
  ['a title of 201 letters', { title: 'x'.repeat(201) }],
  ['a title that is no text', { title: 1 }],
  ['no deadline', { deadline: null }],
  ['a deadline of 201 letters', { deadline: 'x'.repeat(201) }],
  ['hints that are no yes or no', { hints: 1 }],
  ['no exercises', { exercises: [] }],
  ['41 exercises', { exercises: names(41) }],
  ['exercises that are no list', { exercises: 'een' }],
  ['an exercise that is no name', { exercises: ['een', '../twee'] }],
  ['an exercise that is no text', { exercises: [1] }],
  ['a name of 62 letters', { exercises: ['x'.repeat(62)] }],
  ['an exercise twice', { exercises: ['een', 'een'] }],
  ['a tariff that is no name', { tariff: 'A B' }],
  ['a tariff that is no text', { tariff: 7 }],
])('no set: %s', ([, change]) => {
  expect(asSet({ ...WHOLE, ...change })).toBeNull();
});

test('a link that begins otherwise holds no set', () => {
  const fragment = setFragment({ ...WHOLE, exercises: ['een'] });
  expect(readSet(fragment)).not.toBeNull();
  expect(readSet(`x${fragment}`)).toBeNull();
  expect(readSet(fragment.replace('#set=', '#les='))).toBeNull();
});
