/** What a reader says, as the site reads numbers, and whether it is right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cameInWords, optionOf, saidInWords } from '../../../src/course/prediction-words.ts';
import type { Option } from '../../../src/course/schemas/prediction.ts';
import { isRight, misconceptionOf, readSaid } from '../../../src/lesson/predictions/verdict.ts';
import { verdictInWords } from '../../../src/lesson/predictions/words.ts';

const TICKETS: { unit: [string, string]; of: number } = { unit: ['kaartje', 'kaartjes'], of: 50 };
const TIMES: { unit: [string, string]; close: number } = { unit: ['keer', 'keer'], close: 0.15 };
const OPTIONS: Option[] = [
  { text: 'bijna niets', to: 200, misconception: true },
  { text: 'alles', from: 200 },
];

describe('a number', () => {
  test.each([
    ['10', 10],
    [' 0 ', 0],
    ['50', 50],
    ['51', null],
    ['2,5', null],
    ['-1', null],
    ['tien', null],
    ['', null],
  ])('of at most fifty: "%s"', (text, said) => {
    expect(readSaid(text, TICKETS)).toBe(said);
  });

  test.each([
    ['1.000', 1_000],
    ['2,5', 2.5],
    ['37.5', 37.5],
    ['1,000', 1],
  ])('without a bound: "%s"', (text, said) => {
    expect(readSaid(text, TIMES)).toBe(said);
  });

  test('written in Dutch is read back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (value) => {
        expect(readSaid(value.toLocaleString('nl'), { unit: ['', ''] })).toBe(value);
      }),
    );
  });

  test('is right when it is what came, or as close as the question asks', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), fc.nat({ max: 1_000 }), (said, came) => {
        expect(isRight(TICKETS, said, came)).toBe(said === came);
        expect(isRight(TIMES, said, came)).toBe(Math.abs(said - came) <= came * 0.15);
      }),
    );
    expect(isRight(TICKETS, 10, 'tien')).toBe(false);
  });

  test('is told with its unit', () => {
    expect(saidInWords(TICKETS, 1)).toBe('1 kaartje');
    expect(cameInWords(TICKETS, 10)).toBe('10 kaartjes');
    expect(saidInWords(TIMES, 37.5)).toBe('37,5 keer');
    expect(cameInWords(TIMES, 2.4567)).toBe('2,5 keer');
  });
});

describe('a choice', () => {
  test('of ranges that touch is always exactly one, whatever number was measured', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (came) => {
        expect(optionOf(OPTIONS, came)).toBe(came < 200 ? 0 : 1);
        expect(isRight({ options: OPTIONS }, 1, came)).toBe(came >= 200);
      }),
    );
  });

  test('says what came in its own words, and what was measured where no answer says it', () => {
    expect(cameInWords({ options: OPTIONS }, 800)).toBe('alles');
    expect(saidInWords({ options: OPTIONS }, 0)).toBe('bijna niets');
    expect(cameInWords({ options: [{ text: 'rood', is: 'rood' }] }, 'blauw')).toBe('blauw');
    expect(misconceptionOf({ options: OPTIONS })).toBe(0);
  });

  test.each([
    [1, true, 'Goed voorspeld.'],
    [1, false, 'Anders dan je dacht.'],
    // What most people think: said so that it can't be read as praise of it.
    [0, false, 'Anders dan je dacht, en je bent niet de enige.'],
  ])('%i, right: %s, is told kindly', (said, right, words) => {
    const predicted = { said, came: 0, isRight: right, atMs: 0 };
    expect(verdictInWords({ options: OPTIONS }, predicted)).toBe(words);
  });
});
