/** `Herhaal` without its page: when a question comes back, what is kept of it, and questions with numbers drawn anew. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receipt } from '../../src/billing/index.ts';
import { freshQuestions, inAnotherOrder, MAKERS } from '../../src/review/fresh.ts';
import { mergeKept, parseKept, printKept } from '../../src/review/kept-review.ts';
import type { ReviewQuestion } from '../../src/review/question.ts';
import {
  AFTER_DAYS,
  answered,
  dateOf,
  dayOf,
  isDue,
  type Known,
  laterOf,
} from '../../src/review/schedule.ts';
import { comingDays, dueToday } from '../../src/review/today.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';

const NOON = new Date(2026, 10, 29, 12).getTime();
const days = (count: number) => NOON + count * 86_400_000;

describe('a question comes back', () => {
  test('after 1, 3, 7 and 21 days for who is right each time, and then after 21 again', () => {
    let known: Known | undefined;
    let day = 0;
    const waits: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      known = answered(known, true, days(day));
      waits.push(known.dueDay - dayOf(days(day)));
      day += waits.at(-1) ?? 0;
    }
    expect(waits).toEqual([...AFTER_DAYS, 21, 21]);
  });

  test('the next day for who is wrong, however well it went before', () => {
    const well = answered(answered(answered(undefined, true, days(0)), true, days(1)), true, days(4));
    expect(well.dueDay - dayOf(days(4))).toBe(7);
    const wrong = answered(well, false, days(11));
    expect([wrong.step, wrong.dueDay - dayOf(days(11))]).toEqual([0, 1]);
    expect(answered(wrong, true, days(12)).dueDay - dayOf(days(12))).toBe(1);
  });

  test('on the reader’s own calendar: just before midnight and just after are two days', () => {
    const late = new Date(2026, 10, 29, 23, 59).getTime();
    const early = new Date(2026, 10, 30, 0, 1).getTime();
    expect(dayOf(early) - dayOf(late)).toBe(1);
    expect(isDue(answered(undefined, true, late), dayOf(early))).toBe(true);
    expect(dateOf(dayOf(late)).getDate()).toBe(29);
  });
});

const anyKnown = fc.record({
  step: fc.nat(4),
  dueDay: fc.nat(40_000),
  answeredAtMs: fc.nat(2_000_000_000),
});
const anyKept = fc.record({
  wipes: fc.nat(3),
  answers: fc.dictionary(fc.constantFrom('a/1', 'a/2', 'b/1', '__proto__', 'toString'), anyKnown),
});

describe('what is kept', () => {
  test('two tabs come to the same in any order, any number of times', () => {
    fc.assert(
      fc.property(anyKept, anyKept, anyKept, (a, b, c) => {
        const one = printKept(mergeKept(mergeKept(a, b), c));
        expect(printKept(mergeKept(c, mergeKept(b, a)))).toBe(one);
        expect(printKept(mergeKept(mergeKept(mergeKept(a, b), c), b))).toBe(one);
      }),
    );
    fc.assert(
      fc.property(anyKnown, anyKnown, (a, b) => {
        expect(laterOf(a, b)).toEqual(laterOf(b, a));
      }),
    );
  });

  test('comes back as it was, and what is no store is none', () => {
    fc.assert(
      fc.property(anyKept, (kept) => {
        expect(printKept(parseKept(JSON.parse(printKept(kept))) ?? { wipes: 9, answers: {} })).toBe(
          printKept(kept),
        );
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseKept(value)));
    for (const wrong of [
      null,
      [],
      { v: 2, wipes: 0, answers: {} },
      { v: 1, wipes: -1, answers: {} },
      { v: 1 },
    ])
      expect(parseKept(wrong)).toBeNull();
    const some = { v: 1, wipes: 0, answers: { a: { step: 1, dueDay: 2, answeredAtMs: 3 }, b: 'x' } };
    expect(Object.keys(parseKept(some)?.answers ?? {})).toEqual(['a']);
  });
});

const question = (id: string): ReviewQuestion => ({
  id,
  slug: id.split('/')[0] ?? '',
  prompt: '',
  options: ['a', 'b'],
  answer: 0,
  why: '',
  hints: [],
});

test('today asks what is overdue first, then what is new in turn, and nothing of a lesson that was not read', () => {
  const questions = ['a/1', 'a/2', 'b/1', 'b/2', 'c/1'].map(question);
  const today = dayOf(NOON);
  const known = (dueDay: number): Known => ({ step: 1, dueDay, answeredAtMs: 0 });
  const answers = { 'b/2': known(today - 4), 'a/2': known(today), 'b/1': known(today + 2) };
  const asked = { questions, read: new Set(['a', 'b']), answers, today };
  expect(dueToday(asked).map(({ id }) => id)).toEqual(['b/2', 'a/2', 'a/1']);
  expect([...comingDays(asked)]).toEqual([[today + 2, 1]]);
  const nothingAsked = dueToday({ ...asked, answers: {} }).map(({ id }) => id);
  expect(nothingAsked).toEqual(['a/1', 'b/1', 'a/2', 'b/2']);
});

test('a question whose lesson changed is asked as it is now, on the day that was planned, and one that is gone is not', () => {
  const today = dayOf(NOON);
  const planned: Known = { step: 2, dueDay: today, answeredAtMs: 0 };
  const changed = { ...question('a/1'), prompt: 'Zoals de les het nu vraagt', options: ['c', 'd', 'e'] };
  const due = dueToday({
    questions: [changed, question('a/2')],
    read: new Set(['a']),
    answers: { 'a/1': planned, 'a/2': { ...planned, dueDay: today + 3 }, 'a/3': planned },
    today,
  });
  expect(due).toEqual([changed]);
});

test('a question of a lesson has its options in another order, each with its own reaction, and its answer among them', () => {
  const asked: ReviewQuestion = {
    ...question('a/1'),
    options: ['goed', 'fout', 'ook fout', 'helemaal fout'],
    answer: 0,
    hints: ['', 'hint fout', 'hint ook fout', 'hint helemaal fout'],
  };
  const places = new Set<number>();
  for (let seed = 0; seed < 30; seed += 1) {
    const [mixed = asked] = inAnotherOrder([asked], seed);
    expect(mixed.options[mixed.answer]).toBe('goed');
    expect(mixed.options.map((option) => (option === 'goed' ? '' : `hint ${option}`))).toEqual(mixed.hints);
    expect(mixed.options.toSorted()).toEqual(asked.options.toSorted());
    places.add(mixed.answer);
  }
  expect(places.size).toBe(4);
  expect(inAnotherOrder([asked], 3)).toEqual(inAnotherOrder([asked], 3));
  const bare = { ...asked, hints: [] };
  expect(inAnotherOrder([bare], 1)[0]?.hints).toEqual(['', '', '', '']);
});

describe('a question with fresh numbers', () => {
  test('has one right option among others that differ from it, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const { id, options, answer, hints, why } of freshQuestions(seed)) {
          expect([id, new Set(options).size]).toEqual([id, options.length]);
          expect([id, options.length >= 3]).toEqual([id, true]);
          expect([id, hints[answer], why.length > 20]).toEqual([id, '', true]);
          expect([id, hints.filter((hint) => hint === '').length]).toEqual([id, 1]);
          expect([id, options.join(' ')]).toEqual([id, expect.not.stringMatching(/NaN|Infinity|undefined/)]);
          // One of something is not many of it.
          expect(options.filter((option) => /^1 \p{L}.*(en|s)$/u.test(option))).toEqual([]);
        }
      }),
    );
  });

  test('is the same for who thinks it over, and another the next time', () => {
    expect(freshQuestions(7)).toEqual(freshQuestions(7));
    const prompts = new Set(
      [1, 2, 3, 4, 5].flatMap((seed) => freshQuestions(seed).map(({ prompt }) => prompt)),
    );
    expect(prompts.size).toBeGreaterThan(3 * MAKERS.length);
  });

  test('the right position is anywhere', () => {
    const places = new Set(Array.from({ length: 30 }, (_, seed) => freshQuestions(seed)[0]?.answer));
    expect(places.size).toBeGreaterThan(2);
  });

  test('is answered by the bill, as a learner would get it', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const [gbSeconds] = freshQuestions(seed);
      const [, memoryMb, count, durationMs] =
        /met (\d+) MB wordt ([\d.]+) keer .* (\d+) ms/.exec(gbSeconds?.prompt ?? '') ?? [];
      const calls = Number(count?.replaceAll('.', ''));
      const [line] = receipt(
        tariff,
        [{ count: calls, durationMs: Number(durationMs), memoryMb: Number(memoryMb) }],
        { freeTier: false },
      ).lines.filter(({ unit }) => unit === 'gb-second');
      expect(gbSeconds?.options[gbSeconds.answer]).toBe(
        `${Number(line?.quantity).toLocaleString('nl')} GB-seconden`,
      );
    }
  });

  test('belongs to a lesson that is there', () => {
    const slugs = readdirSync('content/lessons').map((file) => file.slice(3, -'.mdx'.length));
    expect(MAKERS.map(({ slug }) => slug).filter((slug) => !slugs.includes(slug))).toEqual([]);
    expect(new Set(MAKERS.map(({ name }) => name)).size).toBe(MAKERS.length);
  });
});
