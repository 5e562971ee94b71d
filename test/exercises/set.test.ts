/** A set comes back out of its link as it was; any other link holds none, and no error. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutSolution } from '../../src/exercises/own/index.ts';
import {
  asSet,
  type ExerciseSet,
  PLAIN_SET,
  readSet,
  readSetFile,
  SET_FRAGMENT,
  setFile,
  setFragment,
  setMark,
} from '../../src/exercises/set.ts';
import { toPacked } from '../../src/kit/packed.ts';
import { ownOf } from './own-support.ts';

const exerciseName = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const fingerprint = fc.stringMatching(/^[0-9a-f]{8}$/);
/** Of a leap year, so that its days are met too. */
const due = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 16)}Z`);
const set: fc.Arbitrary<ExerciseSet> = fc
  .record({
    title: fc.string({ unit: 'grapheme', maxLength: 50 }),
    exercises: fc.uniqueArray(exerciseName, { minLength: 1, maxLength: 20 }),
    tariff: fc.option(exerciseName, { nil: null }),
    deadline: fc.string({ unit: 'grapheme', maxLength: 50 }),
    due: fc.option(due, { nil: null }),
    hints: fc.boolean(),
    closed: fc.record({ solutions: fc.boolean(), sharing: fc.boolean() }),
    variant: fc.constantFrom('A', 'B', null),
    mine: fc.integer({ min: 0, max: 3 }),
    marks: fc.option(fc.array(fingerprint, { minLength: 30, maxLength: 30 }), { nil: null }),
  })
  .map(({ mine, marks, exercises, ...one }) => {
    const own = Array.from({ length: mine }, (_, at) => ownExercise(`eigen-${at}`));
    const all = [...exercises, ...own.map(({ name }) => name)];
    return { ...one, exercises: all, own, versions: marks?.slice(0, all.length) ?? [] };
  });

const PLAIN = withoutSolution(ownOf());
const ownExercise = (name: string) => ({ ...PLAIN, name });

test('the solution of an own exercise goes into no link and no file', () => {
  const own = [ownOf()];
  const one: ExerciseSet = {
    ...PLAIN_SET,
    title: 'x',
    exercises: [PLAIN.name],
    tariff: null,
    deadline: '',
    hints: true,
    own,
  };
  expect(readSet(setFragment(one))?.own).toEqual([PLAIN]);
  expect(readSetFile(setFile(one))?.own).toEqual([PLAIN]);
  expect(setMark(one)).toBe(setMark({ ...one, own: [PLAIN] }));
});

test('a set comes back out of its link, and out of its file', () => {
  fc.assert(
    fc.property(set, (one) => {
      expect(readSet(setFragment(one))).toEqual(one);
      expect(readSetFile(setFile(one))).toEqual(one);
    }),
  );
});

test('any file holds a set or none, and no error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), set.map(setFragment)), (text) => {
      expect(readSetFile(text)).toBeNull();
    }),
  );
  fc.assert(
    fc.property(set, fc.nat(), (one, at) => {
      const text = setFile(one);
      // The last sign is the end of its last line.
      expect(readSetFile(text.slice(0, at % (text.length - 1)))).toBeNull();
    }),
  );
});

test('whatever stands in one of its fields, a set is read without an error', () => {
  const field = fc.constantFrom('versions', 'due', 'closed', 'variant', 'own', 'title', 'exercises');
  fc.assert(
    fc.property(field, fc.jsonValue(), (name, value) => {
      const read = asSet({ ...WHOLE, ...PLAIN_SET, v: 2, [name]: value });
      if (read !== null) expect(asSet({ ...read, v: 2 })).toEqual(read);
    }),
  );
});

test('the mark of a set is over what decides a verdict, and over nothing else', () => {
  fc.assert(
    fc.property(set, (one) => {
      const mark = setMark(one);
      expect(mark).toMatch(/^[0-9a-f]{8}$/);
      expect(setMark({ ...one, ...PLAIN_SET, title: 'x', own: one.own, tariff: one.tariff })).toBe(mark);
      expect(setMark({ ...one, exercises: [...one.exercises, 'nog-een'] })).not.toBe(mark);
      expect(setMark({ ...one, tariff: `${one.tariff}-x` })).not.toBe(mark);
      expect(setMark({ ...one, own: [...one.own, ownExercise('eigen-nog-een')] })).not.toBe(mark);
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
  expect(asSet({ ...WHOLE, ...change })).toEqual({ ...PLAIN_SET, ...expected });
  expect(asSet({ ...WHOLE, ...PLAIN_SET, ...change, v: 2 })).toEqual({ ...PLAIN_SET, ...expected });
});

test.for<[what: string, change: object]>([
  ['another version', { v: 3 }],
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

const SECOND = { ...WHOLE, ...PLAIN_SET, v: 2 };

test.for<[what: string, change: object, expected: Partial<ExerciseSet>]>([
  ['a moment', { due: '2026-12-04T15:30Z' }, { due: '2026-12-04T15:30Z' }],
  ['versions', { versions: ['0123abcd', 'ffffffff'] }, { versions: ['0123abcd', 'ffffffff'] }],
  ['a version too few', { versions: ['0123abcd'] }, {}],
  ['a version that is none', { versions: ['0123abcd', 'versie 2'] }, {}],
  ['an own exercise that is not among them', { own: [ownExercise('eigen-x')] }, {}],
  ['an own exercise that is none', { exercises: ['een', 'eigen-x'], own: [{ v: 1, name: 'eigen-x' }] }, {}],
  ['an own exercise with the name of the course', { own: [ownExercise('een')] }, {}],
])('a set of the second version: %s', ([, change, expected]) => {
  const { v, ...rest } = { ...SECOND, ...change };
  expect(v).toBe(2);
  expect(asSet({ ...SECOND, ...change })).toEqual({ ...rest, versions: [], own: [], ...expected });
});

test.for<[what: string, change: object]>([
  ['a day that is not there', { due: '2026-02-30T12:00Z' }],
  ['a moment without its zone', { due: '2026-02-20T12:00' }],
  ['a moment in words', { due: 'vrijdag' }],
  ['a third variant', { variant: 'C' }],
  ['closed that says not what', { closed: { solutions: true } }],
  ['no closed', { closed: null }],
  ['own that is no list', { own: {} }],
  ['versions that are no list', { versions: 'x' }],
])('no set of the second version: %s', ([, change]) => {
  expect(asSet(SECOND)).not.toBeNull();
  expect(asSet({ ...SECOND, ...change })).toBeNull();
});

test('a link that begins otherwise holds no set', () => {
  const fragment = setFragment({ ...PLAIN_SET, title: 'Klas', exercises: ['een'] });
  expect(readSet(fragment)).not.toBeNull();
  expect(readSet(`x${fragment}`)).toBeNull();
  expect(readSet(fragment.replace('#set=', '#les='))).toBeNull();
});
