/** Which values count as the same, and which only look like it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '../../../src/exercises/index.ts';

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
])('not the same: %s', ([, a, b]) => {
  expect(isSame(a, b)).toBe(false);
  expect(isSame(b, a)).toBe(false);
});
