/** Which steps what happened makes done: the rules one by one, and the laws that hold whatever happens. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepWhen } from '../../../src/course/lesson-step.ts';
import {
  type Counting,
  counts,
  type Ended,
  expectedOf,
  type Fact,
  hear,
  listening,
  NOTHING_COUNTED,
  needed,
  type Reader,
  type Step,
  turn,
} from '../../../src/lesson/steps/counting.ts';

const AWAY: Reader = { onScreen: new Set(), pressed: null };

/** Steps of one lesson: a list for each `Probeer`, at one playground. */
function lesson(...groups: readonly (readonly (StepWhen | null)[])[]): readonly Step[] {
  return groups.flatMap((steps, group) =>
    steps.map((when, number) => ({
      key: `${group + 1}-${number + 1}`,
      group: group + 1,
      number: number + 1,
      at: 'begroet',
      when,
    })),
  );
}

const call = (changes: Partial<Ended> = {}): Ended => ({
  type: 'call',
  functionName: 'begroet',
  status: 200,
  isOk: true,
  isFailed: false,
  isCold: false,
  isRefused: false,
  usage: { durationMs: 2, memoryMb: 128 },
  request: 'GET /begroet',
  file: null,
  isReadyFile: false,
  isEdited: false,
  memory: 128,
  timeout: 3_000,
  limit: 10,
  env: 'KLEUR=rood',
  ...changes,
});

function doneAfter(
  steps: readonly Step[],
  facts: readonly Fact[],
  reader = AWAY,
  from = NOTHING_COUNTED,
): string[] {
  const { done } = facts.reduce<Counting>((now, fact) => hear(now, steps, 'begroet', fact, reader), from);
  return [...done].sort();
}

describe('what counts', () => {
  const run = call({ type: 'run', functionName: 'meld', status: null, request: '' });
  test.each<[string, StepWhen, Fact, boolean]>([
    ['a call counts as a call', { calls: 1 }, call(), true],
    ['a run by an event is no call', { calls: 1 }, run, false],
    ['a call is no run', { runs: 1 }, call(), false],
    ['the status has to be the one asked for', { calls: 1, status: 409 }, call({ status: 201 }), false],
    [
      'a refused call is neither cold nor warm',
      { calls: 1, cold: false },
      call({ isRefused: true, status: 429 }),
      false,
    ],
    [
      'a call that failed is not what a step asks for',
      { calls: 1 },
      call({ status: 502, isFailed: true }),
      false,
    ],
    ['unless it asks for that', { calls: 1, status: 502 }, call({ status: 502, isFailed: true }), true],
    ['cold is cold', { calls: 1, cold: true }, call({ isCold: true }), true],
    [
      'the request is compared as sent',
      { calls: 1, request: 'GET /likes' },
      call({ request: 'POST /likes' }),
      false,
    ],
    ['the function has to be that one', { runs: 1, function: 'meld' }, run, true],
    ['on unchanged code does not count as changed', { calls: 1, edited: true }, call(), false],
    ['the memory is the one set at the call', { calls: 1, memory: 1_024 }, call({ memory: 1_024 }), true],
    [
      'the environment is the one set at the call',
      { calls: 1, env: 'KLEUR=rood' },
      call({ env: 'KLEUR=rood' }),
      true,
    ],
    [
      'with another environment it does not count',
      { calls: 1, env: 'KLEUR=rood' },
      call({ env: 'KLEUR=blauw' }),
      false,
    ],
    [
      'a setting alone counts when it is set',
      { limit: 50 },
      { type: 'set', memory: 128, timeout: 3_000, limit: 50, env: '' },
      true,
    ],
    [
      'another setting does not',
      { limit: 50 },
      { type: 'set', memory: 128, timeout: 3_000, limit: 20, env: '' },
      false,
    ],
    ['a call is no setting', { limit: 10 }, call(), false],
    [
      'a file of the reader’s own is none of the ready ones',
      { runs: 1, file: '*' },
      { ...run, file: 'a.jpg', isReadyFile: true },
      false,
    ],
    ['any other file is', { runs: 1, file: '*' }, { ...run, file: 'a.jpg' }, true],
    ['a run before any file is not', { runs: 1, file: '*' }, run, false],
    ['traffic that ended counts as none a second', { traffic: 0 }, { type: 'traffic', perSecond: 0 }, true],
    [
      'a program that stops has not started',
      { program: 'on' },
      { type: 'program', isOn: false, isEdited: false },
      false,
    ],
    [
      'a program as it was is not a changed one',
      { program: 'on', edited: true },
      { type: 'program', isOn: true, isEdited: false },
      false,
    ],
    ['the clock has to be off', { clock: 'off' }, { type: 'clock', isOn: true }, false],
    ['the expression has to be that one', { cron: '* * * * *' }, { type: 'cron', cron: '* * * * *' }, true],
    [
      'the month has to hold all that is named',
      { month: { memoryMb: 1_024, durationMs: 1_000 } },
      { type: 'month', month: { perDay: 5, memoryMb: 1_024, durationMs: 120 }, cheaper: 'server' },
      false,
    ],
    [
      'the month may hold more than what is named',
      { month: { memoryMb: 1_024 } },
      { type: 'month', month: { perDay: 5, memoryMb: 1_024, durationMs: 120 }, cheaper: 'function' },
      true,
    ],
    [
      'what is cheaper has to be that one',
      { cheaper: 'server' },
      { type: 'month', month: { perDay: 5, memoryMb: 1_024, durationMs: 120 }, cheaper: 'function' },
      false,
    ],
  ])('%s', (_, when, fact, expected) => {
    expect(counts(when, fact)).toBe(expected);
  });
});

describe('for which step', () => {
  test('steps of one Probeer are done in order, and one call counts once', () => {
    const steps = lesson([{ calls: 1 }, { calls: 2 }]);
    expect(doneAfter(steps, [call()])).toEqual(['1-1']);
    expect(doneAfter(steps, [call(), call()])).toEqual(['1-1']);
    expect(doneAfter(steps, [call(), call(), call()])).toEqual(['1-1', '1-2']);
  });

  test('a step that only the reader can tick holds nothing up', () => {
    expect(doneAfter(lesson([null, { calls: 1 }]), [call()])).toEqual(['1-2']);
  });

  test('the next Probeer waits its turn while it is not on the screen, and counts when it is', () => {
    const steps = lesson([{ calls: 5 }], [{ calls: 1 }]);
    expect(doneAfter(steps, [call()])).toEqual([]);
    expect(doneAfter(steps, [call()], { onScreen: new Set([2]), pressed: null })).toEqual(['2-1']);
  });

  test('a step that the reader ticked is behind: what happens counts for the ones after it', () => {
    const steps = lesson([{ calls: 1, status: 201 }, { calls: 1 }, { calls: 1 }]);
    expect(doneAfter(steps, [call()], AWAY, turn(NOTHING_COUNTED, '1-2', true))).toEqual(['1-2', '1-3']);
  });

  test('what was counted is forgotten when the reader unticks', () => {
    const steps = lesson([{ calls: 2 }]);
    const once = hear(NOTHING_COUNTED, steps, 'begroet', call(), AWAY);
    const anew = turn(turn(once, '1-1', true), '1-1', false);
    expect(doneAfter(steps, [call()], AWAY, anew)).toEqual([]);
    expect(doneAfter(steps, [call()], AWAY, once)).toEqual(['1-1']);
  });

  test('what the button of a step does is no other step’s, on the screen or not', () => {
    const steps = lesson([{ calls: 1 }], [{ calls: 1 }]);
    expect(doneAfter(steps, [call()], { onScreen: new Set([1, 2]), pressed: '2-1' })).toEqual(['2-1']);
  });

  test('the step whose button was pressed counts, whatever stands before it', () => {
    const steps = lesson([{ calls: 1, status: 201 }, { calls: 1 }]);
    expect(doneAfter(steps, [call()], { ...AWAY, pressed: '1-2' })).toEqual(['1-2']);
  });

  test('a cold start tells that the instance was gone, and counts for the step after that too', () => {
    const steps = lesson([{ gone: true }, { calls: 1, cold: true }]);
    expect(doneAfter(steps, [call({ isCold: true })])).toEqual(['1-1', '1-2']);
    expect(doneAfter(steps, [call()])).toEqual([]);
    expect(doneAfter(steps, [{ type: 'gone' }, call({ isCold: true })])).toEqual(['1-1', '1-2']);
    // With the button of the second step too.
    const reader = { ...AWAY, pressed: '1-2' };
    expect(doneAfter(steps, [call({ isCold: true })], reader)).toEqual(['1-1', '1-2']);
    expect(doneAfter(steps, [call()], reader)).toEqual([]);
  });

  test('what happens at another playground counts for nothing here', () => {
    const steps = lesson([{ calls: 1 }]);
    expect(hear(NOTHING_COUNTED, steps, 'langzaam', call(), AWAY)).toBe(NOTHING_COUNTED);
  });
});

const anyWhen = fc.oneof(
  fc.record({ calls: fc.integer({ min: 1, max: 4 }), status: fc.constantFrom(200, 429) }),
  fc.record({ runs: fc.integer({ min: 1, max: 3 }) }),
  fc.constant<StepWhen>({ gone: true }),
  fc.constant<StepWhen>({ limit: 50 }),
  fc.constant(null),
);
const anySteps = fc
  .array(fc.array(anyWhen, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((groups) => lesson(...groups));
const anyFact = fc.oneof(
  fc
    .record({ status: fc.constantFrom(200, 429), isCold: fc.boolean() })
    .map((changes): Fact => call(changes)),
  fc.constant<Fact>(call({ type: 'run', status: null })),
  fc.constant<Fact>({ type: 'gone' }),
  fc.constant<Fact>({ type: 'set', memory: 128, timeout: 3_000, limit: 50, env: '' }),
  fc.constant<Fact>({ type: 'timer' }),
);
const anyFacts = fc.array(anyFact, { maxLength: 40 });
const anyReader = fc
  .uniqueArray(fc.integer({ min: 1, max: 4 }))
  .map((groups): Reader => ({ onScreen: new Set(groups), pressed: null }));

describe('laws', () => {
  test('where nothing happened, nothing is done', () => {
    fc.assert(
      fc.property(anySteps, anyReader, (steps, reader) => {
        expect(doneAfter(steps, [], reader)).toEqual([]);
      }),
    );
  });

  test('what is done stays done, whatever happens next', () => {
    fc.assert(
      fc.property(anySteps, anyFacts, anyFacts, anyReader, (steps, first, more, reader) => {
        const before = doneAfter(steps, first, reader);
        expect(doneAfter(steps, [...first, ...more], reader)).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  test('a step is done only once as much happened as it asks for', () => {
    fc.assert(
      fc.property(anySteps, anyFacts, anyReader, (steps, facts, reader) => {
        for (const key of doneAfter(steps, facts, reader)) {
          const when = steps.find((step) => step.key === key)?.when;
          if (!when) throw new Error(`${key} was ticked by nobody`);
          const isGone = (fact: Fact) => when.gone !== undefined && fact.type === 'call' && fact.isCold;
          const seen = facts.filter((fact) => counts(when, fact) || isGone(fact));
          expect(seen.length).toBeGreaterThanOrEqual(needed(when));
        }
      }),
    );
  });

  test('one thing that happens ticks at most one step of a Probeer, besides one for an instance that was gone', () => {
    fc.assert(
      fc.property(anySteps, anyFacts, anyFact, anyReader, (steps, facts, fact, reader) => {
        const before = new Set(doneAfter(steps, facts, reader));
        const isGone = (key: string) => steps.find((step) => step.key === key)?.when?.gone !== undefined;
        const news = doneAfter(steps, [...facts, fact], reader).filter(
          (key) => !before.has(key) && !isGone(key),
        );
        expect(new Set(news.map((key) => key.split('-')[0])).size).toBe(news.length);
      }),
    );
  });

  test('while a step is open that the platform can see, one of its playground listens', () => {
    fc.assert(
      fc.property(anySteps, anyFacts, anyReader, (steps, facts, reader) => {
        const done = new Set(doneAfter(steps, facts, reader));
        const open = steps.filter(({ key, when }) => when !== null && !done.has(key));
        expect(listening(steps, done, 'begroet', reader).length > 0).toBe(open.length > 0);
      }),
    );
  });
});

test('under a step come as many calls as its button brings about, and of traffic those of five seconds', () => {
  expect(expectedOf({ run: 3 }, { calls: 5 })).toBe(3);
  expect(expectedOf({ burst: 50 }, { calls: 50 })).toBe(50);
  expect(expectedOf({ send: 1 }, { runs: 2 })).toBe(2);
  expect(expectedOf({ send: 1 }, { dead: 1 })).toBe(1);
  expect(expectedOf({ redrive: true }, { redriven: 1 })).toBe(1);
  expect(expectedOf({ empty: true, traffic: 4 }, { traffic: 4 })).toBe(20);
  expect(expectedOf({ limit: 2, traffic: 10 }, { calls: 1, status: 429 })).toBe(50);
  expect(expectedOf({ traffic: 0 }, { traffic: 0 })).toBe(0);
  expect(expectedOf({ memory: 256 }, { memory: 256 })).toBe(0);
});
