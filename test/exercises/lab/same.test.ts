/** Which values count as the same, and which only look like it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf, isSame } from '../../../src/exercises/index.ts';

test('a value is the same as its copy, whatever the order of its keys', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, reversed(one)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(isSame(value, structuredClone(value))).toBe(true);
      expect(isSame(value, reversed(value))).toBe(true);
    }),
  );
});

test.for<[what: string, a: unknown, b: unknown]>([
  ['another number', 1, 2],
  ['a number and its text', 1, '1'],
  ['zero and false', 0, false],
  ['null and nothing', null, undefined],
  ['null and an empty object', null, {}],
  ['an empty list and an empty object', [], {}],
  ['a list and an object with its places', ['a'], { 0: 'a' }],
  ['another order in a list', [1, 2], [2, 1]],
  ['a list that goes on', [1], [1, 2]],
  ['one key more', { a: 1 }, { a: 1, b: 2 }],
  ['another key', { a: 1 }, { b: 1 }],
  ['a key with nothing behind it and another key', { a: undefined }, { b: 1 }],
  ['another value', { a: 1 }, { a: 2 }],
  ['another value deep down', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
  ['one right and one wrong key', { a: 1, b: 1 }, { a: 1, b: 2 }],
  ['what an object has from its prototype', { toString: 1 }, {}],
  ['a text and its list of letters', 'ab', ['a', 'b']],
  ['a text and an object with its letters', 'ab', { 0: 'a', 1: 'b' }],
  ['a number and an empty object', 1, {}],
  ['no and an empty object', false, {}],
])('not the same: %s', ([, a, b]) => {
  expect(isSame(a, b)).toBe(false);
  expect(isSame(b, a)).toBe(false);
});

test.for<[a: number, b: number]>([
  [0.1 + 0.2, 0.3],
  [1e300, 1e300 * (1 + 1e-15)],
  [-0.3, -(0.1 + 0.2)],
  [1, 1 + 9e-13],
  [0, -0],
])('the last bit of a fraction tells nothing: %d and %d', ([a, b]) => {
  expect(isSame(a, b)).toBe(true);
  expect(isSame(b, a)).toBe(true);
});

test.for<[a: number, b: number]>([
  [1, 1 + 2e-12],
  [1e-13, 2e-13],
  [0, 1e-13],
  [0.3, -0.3],
  [1e12, 1e12 - 1],
  [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  [1e300, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, 1],
])('%d is not %d', ([a, b]) => {
  expect(isSame(a, b)).toBe(false);
  expect(isSame(b, a)).toBe(false);
});

test.for<[what: string, value: unknown, fields: object | null]>([
  ['an object with more', { a: 1, b: null, c: 3 }, { a: 1, b: null }],
  ['an object without them', { c: 3 }, {}],
  ['what objects have from birth', Object.create({ a: 1 }), {}],
  ['a list', [1], {}],
  ['nothing', null, null],
  ['undefined', undefined, null],
  ['a text', 'ab', null],
])('the fields a and b of %s', ([, value, fields]) => {
  expect(fieldsOf(value, ['a', 'b'])).toEqual(fields);
});
