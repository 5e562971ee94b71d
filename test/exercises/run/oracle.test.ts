/** The solution asked beforehand, once for everybody with the same seed; and what a learner's code is laid beside. */
import { expect, test } from 'vitest';
import type { BudgetCheck, Check, PlainCheck } from '../../../src/exercises/check.ts';
import { Random } from '../../../src/exercises/fresh-inputs.ts';
import type { Exercise } from '../../../src/exercises/run/exercise-to-run.ts';
import {
  noVerdictInWords,
  Oracle,
  OracleError,
  playOf,
  randomFor,
} from '../../../src/exercises/run/oracle.ts';
import { type RunOptions, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { findTariff } from '../../../src/till/prices/all-prices.ts';
import { code, type FakeFunction, failure, fakeHost, httpSample, TurningClock } from '../fake-platform.ts';

const tariff = aws();

function aws() {
  const found = findTariff('aws-lambda-x86-us-east-1');
  if (found === undefined) throw new Error('the tariff that these tests count with is gone');
  return found;
}

const facts = (id: string) => ({ id, title: `Proef ${id}`, look: 'Kijk hier.' });
/** Asks for a word that it draws. */
const word = (id: string): PlainCheck => ({
  ...facts(id),
  run: async (lab) => (await lab.request('GET', '/?woord=bekend')).hasText('BEKEND'),
  fresh: (random) => {
    const path = `/?woord=${random.word()}`;
    return (lab) => lab.outcomes(['GET', path]);
  },
});
const visible = (id: string): PlainCheck => ({ ...facts(id), run: async () => {} });

const SERVICE = 'https://wacht.example';
const exercise = (checks: readonly Check[], name = 'proef'): Exercise => ({
  sample: {
    ...httpSample,
    name,
    memoryMb: 10_240,
    services: [
      {
        name: SERVICE,
        latencyMs: [100, 100],
        rateLimit: null,
        failures: { errors: 0, drops: 0 },
        seed: 1,
        routes: [{ method: 'GET', path: '/', maxItems: {}, answer: { status: 200, headers: [], body: '' } }],
      },
    ],
  },
  checks,
  solution: code('oplossing'),
});

const wordIn = (url: string) => new URL(url).searchParams.get('woord') ?? '';
const upper: FakeFunction = ({ request }) => ({ says: wordIn(request.url).toUpperCase() });
const waits =
  (times: number, says = 'ja'): FakeFunction =>
  () => {
    const wait = (left: number): ReturnType<FakeFunction> =>
      left === 0
        ? { says }
        : {
            asks: [
              {
                op: 'service.fetch',
                method: 'GET',
                url: `${SERVICE}/`,
                headers: [],
                body: null,
                timeoutMs: null,
              },
            ],
            goOn: () => wait(left - 1),
          };
    return wait(times);
  };

function run(
  one: Exercise,
  functions: Readonly<Record<string, FakeFunction>>,
  { oracle = new Oracle(1), ...more }: Partial<RunOptions> = {},
) {
  const clock = new TurningClock();
  return runChecks(one, code('eigen'), {
    createHost: fakeHost(functions, clock),
    clock,
    tariff,
    oracle,
    ...more,
  });
}

test('code that does as the solution passes; a table of the visible examples does not, and hears which input it missed', async () => {
  const one = exercise([word('a')]);
  const [right] = await run(one, { oplossing: upper, eigen: upper });
  expect(right).toMatchObject({ isPassed: true, problem: null });
  const [table] = await run(one, { oplossing: upper, eigen: () => ({ says: 'BEKEND' }) });
  const first = randomFor(1, 'proef', 'a', 0).word();
  expect(table).toMatchObject({
    isPassed: false,
    problem: {
      expected: `bij GET /?woord=${first}: {"status":200,"text":"${first.toUpperCase()}"}`,
      received: '{"status":200,"text":"BEKEND"}',
      look: 'Kijk hier.',
    },
  });
});

test('each play draws something else, on the solution and on the code alike', async () => {
  const asked = { oplossing: [] as string[], eigen: [] as string[] };
  const listens =
    (who: keyof typeof asked): FakeFunction =>
    (call) => {
      asked[who].push(wordIn(call.request.url));
      return upper(call);
    };
  await run(exercise([word('a'), word('b')]), {
    oplossing: listens('oplossing'),
    eigen: listens('eigen'),
  });
  expect(asked.oplossing).toHaveLength(4);
  expect(new Set(asked.oplossing).size).toBe(4);
  expect(asked.eigen.filter((one) => one !== 'bekend')).toEqual(asked.oplossing);
});

test('the second play counts too: code that is right on the first alone fails', async () => {
  const second = randomFor(1, 'proef', 'a', 1).word();
  const [result] = await run(exercise([word('a')]), {
    oplossing: upper,
    eigen: (call) => (wordIn(call.request.url) === second ? { says: 'mis' } : upper(call)),
  });
  expect(result?.isPassed).toBe(false);
});

test('who asks for one play gets one', async () => {
  const second = randomFor(1, 'proef', 'a', 1).word();
  const [result] = await run(
    exercise([word('a')]),
    {
      oplossing: upper,
      eigen: (call) => (wordIn(call.request.url) === second ? { says: 'mis' } : upper(call)),
    },
    { oracle: new Oracle(1, 1) },
  );
  expect(result?.isPassed).toBe(true);
});

test('each play begins on a fresh platform', async () => {
  const nth: FakeFunction = ({ nth: count }) => ({ says: String(count) });
  const check: PlainCheck = {
    ...facts('a'),
    run: async () => {},
    fresh: () => (lab) => lab.outcomes(['GET', '/']),
  };
  const [result] = await run(exercise([check]), {
    oplossing: () => ({ says: '1' }),
    eigen: nth,
  });
  expect(result?.isPassed).toBe(true);
  const [other] = await run(exercise([check]), { oplossing: nth, eigen: () => ({ says: '1' }) });
  expect(other?.isPassed).toBe(true);
});

test('the solution is asked once for a whole class, and again for another exercise', async () => {
  let asked = 0;
  const functions: Record<string, FakeFunction> = {
    oplossing: (call) => {
      asked += 1;
      return upper(call);
    },
    eigen: upper,
  };
  const oracle = new Oracle(7);
  expect(oracle.seed).toBe(7);
  await Promise.all([
    run(exercise([word('a')]), functions, { oracle }),
    run(exercise([word('a')]), functions, { oracle }),
  ]);
  await run(exercise([word('a')]), functions, { oracle });
  expect(asked).toBe(2);
  await run(exercise([word('a')], 'andere'), functions, { oracle });
  expect(asked).toBe(4);
});

test('where nothing is drawn the solution does not run', async () => {
  const clock = new TurningClock();
  let hosts = 0;
  const createHost: RunOptions['createHost'] = (report) => {
    hosts += 1;
    return fakeHost({}, clock)(report);
  };
  const [result] = await run(exercise([visible('a')]), {}, { createHost, clock });
  expect(result?.isPassed).toBe(true);
  expect(hosts).toBe(1);
});

test('checks that draw and checks that do not may stand beside each other, in any order', async () => {
  const functions = { oplossing: upper, eigen: () => ({ says: 'BEKEND' }) };
  for (const [checks, passed] of [
    [
      [visible('a'), word('b'), visible('c')],
      [true, false, true],
    ],
    [
      [word('a'), visible('b')],
      [false, true],
    ],
  ] as const) {
    const results = await run(exercise(checks), functions);
    expect(results.map(({ isPassed }) => isPassed)).toEqual(passed);
  }
});

test('a solution that comes to nothing says nothing of the learner; who asks again may be answered', async () => {
  let isBroken = true;
  const functions: Record<string, FakeFunction> = {
    oplossing: (call) => (isBroken ? { failure: failure('HANDLER_ERROR') } : upper(call)),
    eigen: upper,
  };
  const oracle = new Oracle(3);
  const failed = run(exercise([word('a')]), functions, { oracle });
  await expect(failed).rejects.toBeInstanceOf(OracleError);
  await expect(failed).rejects.toMatchObject({
    name: 'OracleError',
    message: expect.stringContaining('proef, seed 3: expected bij GET'),
  });
  expect(noVerdictInWords(await failed.catch((error: unknown) => error))).toContain(
    'Over jouw code zegt dat niets.',
  );
  const other = new Error('other');
  expect(() => noVerdictInWords(other)).toThrow(other);
  isBroken = false;
  expect(await run(exercise([word('a')]), functions, { oracle })).toMatchObject([{ isPassed: true }]);
});

test('a check of the solution that throws something else than an error is told as it is', async () => {
  const odd: PlainCheck = {
    ...facts('a'),
    run: async () => {},
    fresh: () => async () => {
      throw 'raar';
    },
  };
  await expect(run(exercise([odd]), {})).rejects.toMatchObject({ message: 'proef, seed 1: raar' });
});

test('a solution that never ends is stopped by the limit', async () => {
  const one = exercise([word('a')]);
  const slow = { ...one, sample: { ...one.sample, timeoutMs: 60_000 } };
  await expect(run(slow, { oplossing: () => ({ never: true }) }, { limitMs: 400 })).rejects.toThrow(
    'na 0,4 seconden was de controle nog niet klaar',
  );
});

test('who stops while the solution runs gets checks that say so, and no error', async () => {
  const stopping = new AbortController();
  const results = await run(
    exercise([word('a')]),
    {
      oplossing: () => {
        stopping.abort();
        return { says: 'ja', takesMs: 100 };
      },
      eigen: upper,
    },
    { signal: stopping.signal },
  );
  expect(results).toMatchObject([{ isPassed: false, problem: { received: 'de controle is gestopt' } }]);
});

test('what is drawn hangs on the seed, the exercise, the check and the play, and on nothing else', () => {
  const first = (random: Random) => random.whole(0, 1e9);
  expect(first(randomFor(1, 'a', 'b', 0))).toBe(first(new Random(1, 'a', 'b', 0)));
  const all = [
    randomFor(1, 'a', 'b', 0),
    randomFor(2, 'a', 'b', 0),
    randomFor(1, 'c', 'b', 0),
    randomFor(1, 'a', 'd', 0),
    randomFor(1, 'a', 'b', 1),
  ];
  expect(new Set(all.map(first)).size).toBe(5);
});

test('a check without drawn inputs has no play', () => {
  expect(playOf(visible('a'), new Random(1))).toBeNull();
  expect(playOf(word('a'), new Random(1))).toBeTypeOf('function');
});

const budget = (times: number): BudgetCheck => ({
  ...facts('rekening'),
  budget: times,
  scenario: (lab) => lab.outcomes(['GET', '/']),
});
const PRICE_OF_SECOND_USD = 10 * 0.0000166667;
const PRICE_OF_REQUEST_USD = 0.2 / 1e6;

test.for<[budget: number, times: number, isPassed: boolean]>([
  [1.5, 1, true],
  [2, 2, true],
  [2, 3, false],
  [1.5, 2, false],
])('with a budget of %d, waiting %d times passes: %s', async ([most, times, isPassed]) => {
  const [result] = await run(exercise([budget(most)]), { oplossing: waits(1), eigen: waits(times) });
  expect(result?.isPassed).toBe(isPassed);
  // Both bills, passed or not, in full: the tariff's own price of memory over time, and of a request.
  expect(Number(result?.bill?.usd)).toBeCloseTo(0.1 * times * PRICE_OF_SECOND_USD + PRICE_OF_REQUEST_USD, 12);
  expect(Number(result?.bill?.solutionUsd)).toBeCloseTo(0.1 * PRICE_OF_SECOND_USD + PRICE_OF_REQUEST_USD, 12);
  expect(result?.bill?.solutionMs).toBe(100);
  expect(result?.mayBeBusy).toBe(isPassed ? undefined : true);
});

test('a bill that is over its budget is told in times, with one decimal at most', async () => {
  const [result] = await run(exercise([budget(1.25)]), { oplossing: waits(1), eigen: waits(3) });
  expect(result?.problem).toMatchObject({
    expected: 'een rekening van maximaal 1,3 keer die van de oplossing',
    received: '3 keer die van de oplossing',
  });
});

test('a bill exactly at its budget is within it', async () => {
  const [result] = await run(exercise([budget(1)]), { oplossing: waits(2), eigen: waits(2) });
  expect(result).toMatchObject({ isPassed: true, problem: null });
});

test('who does less than the solution has no bill, whatever it costs', async () => {
  const [result] = await run(exercise([budget(2)]), { oplossing: waits(1), eigen: waits(0, 'nee') });
  expect(result).toMatchObject({
    isPassed: false,
    bill: null,
    problem: { expected: 'bij GET /: {"status":200,"text":"ja"}' },
  });
  expect(result).not.toHaveProperty('mayBeBusy');
});

test('a budget is played once: what it waits for differs no more than its inputs do', async () => {
  let plays = 0;
  const counting: BudgetCheck = {
    ...budget(2),
    scenario: (lab) => {
      plays += 1;
      return lab.outcomes(['GET', '/']);
    },
  };
  await run(exercise([counting]), { oplossing: waits(1), eigen: waits(1) });
  expect(plays).toBe(2);
});

test('with the free tier nothing is left to compare, and that is the choice of who runs it', async () => {
  const [result] = await run(
    exercise([budget(2)]),
    { oplossing: waits(1), eigen: waits(1) },
    { options: { freeTier: true } },
  );
  expect(result?.bill).toMatchObject({ usd: '0', solutionUsd: '0' });
});

test('a check that the start code passes says so with its result, passed or not', async () => {
  const gift: PlainCheck = { ...visible('a'), passesAtStart: true };
  const failing: PlainCheck = {
    ...gift,
    id: 'b',
    run: async () => {
      throw { raar: 1 };
    },
  };
  const results = await run(exercise([gift, failing, visible('c')]), {});
  expect(results.map(({ isPassed, passesAtStart }) => [isPassed, passesAtStart])).toEqual([
    [true, true],
    [false, true],
    [true, undefined],
  ]);
  expect(results[1]?.problem?.received).toBe('iets wat de controle laat struikelen ({"raar":1})');
});
