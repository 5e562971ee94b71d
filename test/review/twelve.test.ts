/** `Weet je het?` without its page: the twelve in two forms, their numbers, what is kept, and what is told of it. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receipt } from '../../src/billing/index.ts';
import type { LessonLink } from '../../src/course/lesson-links.ts';
import { BELIEFS } from '../../src/review/twelve/beliefs.ts';
import { classItem, twelveQuestions } from '../../src/review/twelve/index.ts';
import {
  DONT_KNOW,
  type KeptTwelve,
  mergeTwelve,
  NOTHING_KEPT,
  parseTwelve,
  printTwelve,
  RIGHT,
} from '../../src/review/twelve/kept-twelve.ts';
import { openIn, scoreIn, verdictIn } from '../../src/review/twelve/outcome.ts';
import { TWELVE } from '../../src/review/twelve/shown.ts';
import type { Asked } from '../../src/review/twelve/two-forms.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';
import { Driver } from '../platform/drive.ts';

const LESSONS: readonly LessonLink[] = readdirSync('content/lessons').map((file) => ({
  slug: file.slice(3, -'.mdx'.length),
  number: Number(file.slice(0, 2)),
  title: file,
  href: `/lessen/${file.slice(3, -'.mdx'.length)}/`,
}));
const QUESTIONS = twelveQuestions(LESSONS);
const FORMS = ['a', 'b'] as const;

const asked = (id: string, form: 'a' | 'b'): Asked => {
  const found = TWELVE.find((one) => one.id === id);
  if (found === undefined) throw new Error(`none of the twelve is called ${id}`);
  return found[form];
};
/** All numbers of a text, as a reader reads them: a point stands between thousands, a comma before decimals. */
const numbersIn = (text: string) =>
  (text.match(/\d[\d.]*(,\d+)?/g) ?? []).map((one) =>
    Number(one.replace(/\.$/, '').replaceAll('.', '').replace(',', '.')),
  );
const wrongText = (question: Asked, belief: string) =>
  question.wrong.find((one) => one.belief === belief)?.text;

describe('the twelve', () => {
  test('are twelve beliefs, each taught by a lesson with a guide that lists mistakes', () => {
    expect(new Set(TWELVE.map(({ id }) => id)).size).toBe(12);
    const guides = readdirSync('content/guides');
    for (const { slug } of TWELVE) expect(guides).toContain(`${slug}.yaml`);
    expect(new Set(TWELVE.map(({ slug }) => slug)).size).toBe(12);
    expect(() => twelveQuestions(LESSONS.slice(1))).toThrow(/is no lesson/);
  });

  test.each(TWELVE)(
    '$id: both forms come of the same beliefs in the same order, of which it is one',
    ({ id, a, b }) => {
      const beliefsOf = ({ wrong }: Asked) => wrong.map(({ belief }) => belief);
      expect(beliefsOf(a)).toEqual(beliefsOf(b));
      expect(beliefsOf(a)).toContain(id);
      expect(new Set(beliefsOf(a)).size).toBe(a.wrong.length);
      expect([2, 3]).toContain(a.wrong.length);
      expect(a.prompt).not.toBe(b.prompt);
    },
  );

  test.each(TWELVE)(
    '$id: no two answers are the same, and each wrong one has a named belief and a reason',
    ({ a, b }) => {
      for (const { right, why, wrong, prompt } of [a, b]) {
        const texts = [right, ...wrong.map(({ text }) => text)];
        expect(new Set(texts).size).toBe(texts.length);
        expect([prompt, why, ...texts].join(' ')).not.toMatch(/NaN|undefined|Infinity/);
        expect(why.length).toBeGreaterThan(40);
        for (const { belief, reason } of wrong) {
          expect(BELIEFS[belief]).toMatch(/^\p{Lu}.*\.$/u);
          expect(reason).toMatch(/^\p{Lu}[\s\S]{30,}\.$/u);
        }
      }
    },
  );

  test('each belief is one of some wrong answer, and has its own sentence', () => {
    const used = new Set(TWELVE.flatMap(({ a }) => a.wrong.map(({ belief }) => belief)));
    expect(Object.keys(BELIEFS).filter((belief) => !used.has(belief as keyof typeof BELIEFS))).toEqual([]);
    expect(new Set(Object.values(BELIEFS)).size).toBe(Object.keys(BELIEFS).length);
  });

  test('the right answer stands anywhere, and in one place for who comes back', () => {
    const places = QUESTIONS.flatMap((question) =>
      FORMS.map((form) => question[form].options.findIndex(({ choice }) => choice === RIGHT)),
    );
    expect([...new Set(places)].sort()).toEqual([0, 1, 2, 3]);
    expect(twelveQuestions(LESSONS)).toEqual(QUESTIONS);
  });

  test('all questions are told apart by their prints, and a class is counted by the same', () => {
    const prints = QUESTIONS.flatMap(({ a, b }) => [a.print, b.print]);
    expect(new Set(prints).size).toBe(24);
    for (const question of QUESTIONS) {
      const { prints: mine, wrong } = classItem(question);
      expect(mine).toEqual({ a: question.a.print, b: question.b.print });
      for (const form of FORMS)
        for (const { choice, belief } of question[form].options)
          if (choice !== RIGHT) expect(wrong[choice - 1]).toBe(belief);
    }
  });
});

describe('its numbers are those of the platform', () => {
  test.each(FORMS)('cold starts beside one warm instance (%s)', (form) => {
    const question = asked('warm-houden-helpt-altijd', form);
    const [limit = 0, visitors = 0] = numbersIn(question.prompt);
    const driver = new Driver();
    driver.deploy({ concurrencyLimit: limit });
    driver.idle();
    const before = driver.all('instanceStarted').length;
    for (let at = 0; at < visitors; at += 1) driver.request();
    expect(String(driver.all('instanceStarted').length - before)).toBe(question.right);
    expect(wrongText(question, 'elke-aanroep-koud')).toBe(String(visitors));
  });

  test.each(FORMS)('calls above the limit are refused at once (%s)', (form) => {
    const question = asked('wacht-in-een-rij', form);
    const [limit = 0, calls = 0, above] = numbersIn(question.prompt);
    const driver = new Driver();
    driver.deploy({ concurrencyLimit: limit });
    for (let at = 0; at < calls; at += 1) driver.request();
    expect(driver.all('throttled')).toHaveLength(above ?? 0);
    expect(question.right).toContain('429');
  });

  test.each(FORMS)('after the silence another instance counts from one (%s)', (form) => {
    const question = asked('functie-onthoudt', form);
    const idleMinutes = Number(/na (\d+) minuten stilte/.exec(question.prompt)?.[1]);
    const calls = Number(/(\d+) keer vlak na elkaar/.exec(question.prompt)?.[1]);
    const driver = new Driver();
    driver.deploy({ idleTimeoutMs: idleMinutes * 60_000 });
    const counters = new Map<number, number>();
    const call = () => {
      const invocationId = driver.request();
      const instanceId = driver.commands.findLast(({ type }) => type !== 'killInstance')?.instanceId ?? 0;
      if (driver.state.instances.get(instanceId)?.state === 'starting')
        driver.tell({ type: 'ready', instanceId, initMs: 20 });
      counters.set(instanceId, (counters.get(instanceId) ?? 0) + 1);
      driver.settle(instanceId, invocationId);
      return counters.get(instanceId);
    };
    for (let at = 1; at <= calls; at += 1) expect(call()).toBe(at);
    expect(wrongText(question, 'functie-onthoudt')).toBe(String(calls + 1));
    driver.wait((idleMinutes + 1) * 60_000);
    expect(String(call())).toBe(question.right);
  });

  test.each(FORMS)('what the database has no place for (%s)', (form) => {
    const question = asked('alles-groeit-mee', form);
    const [limit = 0, connections = 0, calls = 0] = numbersIn(question.prompt);
    const driver = new Driver({ maxInstances: limit });
    driver.deploy({ concurrencyLimit: limit });
    for (let at = 0; at < calls; at += 1) driver.request();
    // One instance for each call, and each holds a connection.
    expect(driver.all('instanceStarted')).toHaveLength(calls);
    expect(numbersIn(question.right)).toEqual([calls - connections]);
  });

  test.each(FORMS)(
    'a message of which the acknowledgement is lost comes twice, without a failed call (%s)',
    (form) => {
      const question = asked('precies-een-keer', form);
      const [messages = 0, points = 0] = numbersIn(question.prompt);
      const driver = new Driver();
      driver.deploy();
      driver.connect({ lostAcks: { seed: 1, chance: 1 } });
      driver.send();
      driver.endLast();
      driver.wait(2_000);
      expect(driver.deliveries()).toEqual([['m1'], ['m1']]);
      expect(driver.ends().map(({ outcome }) => outcome)).toEqual(['ok']);
      expect(numbersIn(question.right)).toEqual([messages * points]);
    },
  );
});

describe('its amounts are those of the bill', () => {
  const billed = (usage: { durationMs: number; memoryMb: number; count?: number }) =>
    receipt(tariff, [usage], { freeTier: false });
  const gbSeconds = (usage: { durationMs: number; memoryMb: number }) =>
    Number(billed(usage).lines.find(({ unit }) => unit === 'gb-second')?.quantity);
  const usd = (text: string) => numbersIn(text)[0];

  test.each(FORMS)('waiting counts (%s)', (form) => {
    const question = asked('wachten-is-gratis', form);
    const [works = 0, waits = 0] = numbersIn(question.prompt);
    // With 1,024 MB a GB-second is a second.
    expect(numbersIn(question.right)[0]).toBe(
      gbSeconds({ durationMs: works + waits, memoryMb: 1_024 }) * 1_000,
    );
    expect(numbersIn(wrongText(question, 'wachten-is-gratis') ?? '')).toEqual([works]);
  });

  test.each(FORMS)('a call that is stopped is billed to its timeout (%s)', (form) => {
    const question = asked('mislukt-is-gratis', form);
    const [seconds = 0] = numbersIn(question.prompt);
    expect(numbersIn(question.right)).toEqual([
      gbSeconds({ durationMs: seconds * 1_000, memoryMb: 1_024 }) * 1_000,
    ]);
  });

  test.each(FORMS)('cents are rounded at the end (%s)', (form) => {
    const question = asked('nul-na-afronden', form);
    // Digits stand in threes, apart by a narrow space.
    const [memoryMb = 0, durationMs = 0, , , millions = 0] = numbersIn(
      question.prompt.replaceAll(/(?<=\d)[\u00a0\u2009\u202f](?=\d)/g, ''),
    );
    const total = Number(billed({ memoryMb, durationMs, count: millions * 1e6 }).totalUsd);
    expect(usd(question.right)).toBeCloseTo(total, 2);
    expect(usd(wrongText(question, 'een-cent-per-aanroep') ?? '')).toBe(millions * 1e6 * 0.01);
  });

  test.each(FORMS)('memory and time weigh up against each other (%s)', (form) => {
    const question = asked('meer-geheugen-is-duurder', form);
    const [memoryMb = 0, seconds = 0] = numbersIn(question.prompt);
    const times = question.prompt.includes('vier keer') ? 4 : 2;
    const before = gbSeconds({ memoryMb, durationMs: seconds * 1_000 });
    expect(gbSeconds({ memoryMb: memoryMb * times, durationMs: (seconds * 1_000) / times })).toBe(before);
    // Beyond this AWS gives a second processor, from which one program has nothing.
    expect(memoryMb * times).toBeLessThanOrEqual(1_769);
  });

  test.each(FORMS)('the server is the cheaper one here (%s)', (form) => {
    const question = asked('altijd-goedkoper', form);
    const [memoryMb = 0, millions = 0, durationMs = 0, server = 0] = numbersIn(question.prompt);
    const total = Number(billed({ memoryMb, durationMs, count: millions * 1e6 }).totalUsd);
    expect(usd(question.right)).toBeCloseTo(total, 2);
    expect(total).toBeGreaterThan(2 * server);
  });
});

const anyForm = fc.record({
  handedInAtMs: fc.option(fc.nat(2_000_000_000)),
  answers: fc.dictionary(
    fc.constantFrom('geen-servers', 'budget-stopt', 'nul-na-afronden'),
    fc.record({
      choice: fc.integer({ min: DONT_KNOW, max: 4 }),
      print: fc.constantFrom('0123abcd', 'ffffffff'),
      atMs: fc.nat(9),
    }),
  ),
});
const anyKept: fc.Arbitrary<KeptTwelve> = fc.record({ wipes: fc.nat(3), a: anyForm, b: anyForm });

describe('what is kept', () => {
  test('two tabs come to the same in any order, any number of times', () => {
    fc.assert(
      fc.property(anyKept, anyKept, anyKept, (a, b, c) => {
        const one = printTwelve(mergeTwelve(mergeTwelve(a, b), c));
        expect(printTwelve(mergeTwelve(c, mergeTwelve(b, a)))).toBe(one);
        expect(printTwelve(mergeTwelve(mergeTwelve(mergeTwelve(a, b), c), b))).toBe(one);
      }),
    );
  });

  test('comes back as it was, and what is no store is none', () => {
    fc.assert(
      fc.property(anyKept, (kept) => {
        expect(parseTwelve(JSON.parse(printTwelve(kept)))).toEqual(kept);
      }),
    );
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        parseTwelve(value);
        parseTwelve({ v: 1, wipes: 0, a: value, b: { handedInAtMs: null, answers: value } });
      }),
    );
    for (const wrong of [
      null,
      [],
      { v: 1, wipes: 0 },
      { ...NOTHING_KEPT, v: 2 },
      { ...NOTHING_KEPT, v: 1, wipes: -1 },
    ])
      expect(parseTwelve(wrong)).toBeNull();
    const some = {
      v: 1,
      wipes: 0,
      a: { handedInAtMs: 5, answers: { 'geen-servers': { choice: 2.5, print: 'x', atMs: 1 } } },
      b: { handedInAtMs: null, answers: {} },
    };
    expect(parseTwelve(some)?.a).toEqual({ handedInAtMs: 5, answers: {} });
  });
});

describe('what is told', () => {
  const [first, second] = QUESTIONS;
  if (!first || !second) throw new Error('there are no questions');
  const given = (choice: number, print: string) => ({ choice, print, atMs: 1 });
  const kept = (handedInAtMs: number | null): KeptTwelve => ({
    ...NOTHING_KEPT,
    a: {
      handedInAtMs,
      answers: { [first.id]: given(RIGHT, first.a.print), [second.id]: given(1, second.a.print) },
    },
  });

  test('nothing of a form that was not handed in, and then right, wrong, not known and not answered', () => {
    expect(verdictIn(kept(null), 'a', first)).toBe('absent');
    expect(QUESTIONS.map((question) => verdictIn(kept(1), 'a', question)).slice(0, 3)).toEqual([
      'right',
      'wrong',
      'absent',
    ]);
    const unknown = {
      ...NOTHING_KEPT,
      b: { handedInAtMs: 1, answers: { [first.id]: given(DONT_KNOW, first.b.print) } },
    };
    expect(verdictIn(unknown, 'b', first)).toBe('unknown');
    expect(scoreIn(unknown, 'b', QUESTIONS)).toEqual({ right: 0, of: 1 });
    expect(scoreIn(kept(1), 'a', QUESTIONS)).toEqual({ right: 1, of: 2 });
  });

  test('an answer to a question that has changed counts for nothing, and is asked anew', () => {
    const changed = [{ ...first, a: { ...first.a, print: '00000000' } }, ...QUESTIONS.slice(1)];
    expect(verdictIn(kept(1), 'a', changed[0] ?? first)).toBe('changed');
    expect(scoreIn(kept(1), 'a', changed)).toEqual({ right: 0, of: 1 });
    expect(openIn(kept(null), 'a', QUESTIONS)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(openIn(kept(null), 'a', changed)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
