/** What is left of a difference when the words are taken out: the same for who did the same, and another for who did not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf, problemInSigns } from '../../src/exercises/difference.ts';

describe('two values', () => {
  test.each([
    ['the same', { a: [1, 'x'] }, { a: [1, 'x'] }, '='],
    [
      'another status, with words',
      { status: 400 },
      { status: 200, text: 'te lang' },
      '{status:400>200,+text}',
    ],
    ['another number', { kies: 3 }, { kies: 1 }, '{kies:3>1}'],
    ['a field too few', { a: 1, b: 2 }, { a: 1 }, '{-b}'],
    ['a number as text', { a: 1 }, { a: '1' }, '{a:1>string}'],
    ['a list that is too short', [1, 2, 3], [1], '#3>1'],
    ['one of a list', [1, 2], [1, 5], '[=,2>5]'],
    ['a word more', { text: 'Dag Mila!' }, { text: 'Dag Mila!!' }, '{text:more}'],
    ['a word less', { text: 'Dag Mila!' }, { text: 'Dag' }, '{text:less}'],
    ['capitals', { text: 'Zon' }, { text: 'zon' }, '{text:case}'],
    ['spaces', { text: 'Zon' }, { text: ' Zon\n' }, '{text:spaces}'],
    ['nothing', { text: 'Zon' }, { text: '' }, '{text:empty}'],
    ['null', { a: 1 }, { a: null }, '{a:1>null}'],
    ['a list in place of an object', { a: 1 }, [1], 'object>list'],
  ])('%s', (_, expected, received, signs) => {
    expect(differenceOf(expected, received)).toBe(signs);
  });

  test('the words of an explanation are not in it', () => {
    const right = { status: 400 };
    expect(differenceOf(right, { status: 200, text: 'te lang' })).toBe(
      differenceOf(right, { status: 200, text: 'Dat past niet op het bord.' }),
    );
  });

  test('roughly: how many there were at once, and in which order, is left out', () => {
    const right = [201, 409, 409, 409];
    expect(differenceOf(right, [201, 201, 409, 409], true)).toBe(
      differenceOf(right, [201, 201, 201, 201], true),
    );
    expect(differenceOf(right, [201, 201, 409, 409], true)).not.toBe(
      differenceOf(right, [201, 500, 409, 409], true),
    );
    expect(differenceOf([1, 2, 3], [1], true)).toBe(differenceOf([1, 2, 3], [1, 2], true));
  });

  test('of anything that JSON can hold there are signs, of a bounded length, and `=` only for the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.boolean(), (a, b, isRoughly) => {
        const signs = differenceOf(a, b, isRoughly);
        expect(signs.length).toBeLessThanOrEqual(400);
        expect(differenceOf(a, a, isRoughly)).toBe('=');
        // An order that tells nothing is no difference, and no more is a sum that differs by its last bit.
        if (signs === '=') expect(JSON.stringify(a).length).toBe(JSON.stringify(b).length);
      }),
    );
  });
});

describe('a problem of a check', () => {
  const signs = (expected: string, received: string, isRoughly = false) =>
    problemInSigns({ expected, received }, isRoughly);

  test('leaves the path out, and what was drawn for it', () => {
    expect(signs('bij GET /groet?naam=abc: status 400', 'status 200')).toBe(
      signs('bij GET /groet?naam=xyz: status 400', 'status 200'),
    );
  });

  test('compares JSON as values, whatever stands before it', () => {
    expect(signs('bij POST /kies met {"a":1}: {"kies":3}', '{"kies":1}')).toBe('{kies:3>1}');
  });

  test('leaves the words of an error out, and keeps the errors of JavaScript itself', () => {
    const fails = (error: string) => signs('bij GET /: status 400', `je functie gaf een fout: ${error}`);
    expect(fails('Error: te lang')).toBe(fails('RangeError: De naam heeft 41 letters'));
    expect(fails("TypeError: Cannot read properties of null (reading 'a')")).toBe(
      fails("TypeError: Cannot read properties of undefined (reading 'b')"),
    );
    expect(fails('Error: te lang')).not.toBe(fails('TypeError: x is not a function'));
  });

  test('keeps numbers that count, and leaves them out where several were at work at once', () => {
    expect(signs('1 keer status 201', '2 keer')).not.toBe(signs('1 keer status 201', '4 keer'));
    expect(signs('1 keer status 201', '2 keer', true)).toBe(signs('1 keer status 201', '4 keer', true));
    expect(signs('1 keer status 201', '0 keer', true)).not.toBe(signs('1 keer status 201', '4 keer', true));
  });

  test('says how a quoted text relates to what had to be there', () => {
    expect(signs('bij GET /: de tekst "Dag Mila!"', 'de tekst "Dag Mila"')).toBe(
      signs('bij GET /: de tekst "Dag Ali!"', 'de tekst "Dag Ali"'),
    );
  });

  test('of any two texts there are signs', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (expected, received, isRoughly) => {
        expect(typeof signs(expected, received, isRoughly)).toBe('string');
      }),
    );
  });
});
