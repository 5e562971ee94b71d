/** How checks are run one after another, what a budget compares, and what is told of it: on a fake host and clock. */
import { expect, test } from 'vitest';
import type { HostFailureCode } from '../../../src/contract/failure.ts';
import type { BudgetCheck, CheckResult, PlainCheck } from '../../../src/exercises/check.ts';
import { CheckFailure } from '../../../src/exercises/lab/index.ts';
import type { Exercise } from '../../../src/exercises/run/exercise-to-run.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import { type RunOptions, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { findTariff } from '../../../src/till/prices/all-prices.ts';
import { code, type FakeFunction, failure, fakeHost, httpSample, TurningClock } from '../fake-platform.ts';

const tariff = aws();
/** Much memory, so that an invocation costs little beside its time: as much as 1.2 ms of it. */
const sample = { ...httpSample, memoryMb: 10_240 };
const INVOCATION_MS = 1.2;

function aws() {
  const found = findTariff('aws-lambda-x86-us-east-1');
  if (found === undefined) throw new Error('the tariff that these tests count with is gone');
  return found;
}

const plain = (id: string, run: PlainCheck['run']): PlainCheck => ({
  id,
  title: `Proef ${id}`,
  look: 'Kijk hier.',
  run,
});
const saysYes = (id = 'ja') => plain(id, async (lab) => (await lab.request('GET', '/')).hasText('ja'));

const exercise = (...checks: Exercise['checks']): Exercise => ({
  sample,
  checks,
  solution: code('oplossing'),
});

/** On a fake host, with a clock of its own. */
function run(
  one: Exercise,
  functions: Readonly<Record<string, FakeFunction>>,
  options: Partial<RunOptions> = {},
) {
  const clock = new TurningClock();
  return runChecks(one, code('eigen'), {
    createHost: fakeHost(functions, clock),
    clock,
    tariff,
    oracle: new Oracle(1),
    ...options,
  });
}

test('partial credit: the checks that pass are told apart from those that do not', async () => {
  const results = await run(
    exercise(
      saysYes('a'),
      plain('b', async (lab) => (await lab.request('GET', '/b')).hasText('nee')),
      plain('c', async (lab) => (await lab.request('GET', '/c')).hasStatus(200)),
    ),
    { eigen: () => ({ says: 'ja' }) },
  );
  expect(results).toEqual<CheckResult[]>([
    { id: 'a', title: 'Proef a', isPassed: true, problem: null, bill: null },
    {
      id: 'b',
      title: 'Proef b',
      isPassed: false,
      problem: {
        expected: 'bij GET /b: de tekst "nee"',
        received: 'de tekst "ja"',
        look: 'Kijk hier.',
        place: null,
      },
      bill: null,
    },
    { id: 'c', title: 'Proef c', isPassed: true, problem: null, bill: null },
  ]);
});

test('each result is told as it comes, in the order of the checks', async () => {
  const told: CheckResult[] = [];
  const at: number[] = [];
  const second = plain('b', async (lab) => {
    at.push(told.length);
    (await lab.request('GET', '/')).hasText('nee');
  });
  const results = await run(
    exercise(saysYes('a'), second),
    { eigen: () => ({ says: 'ja' }) },
    {
      onResult: (result) => told.push(result),
    },
  );
  expect(at).toEqual([1]);
  expect(told).toEqual(results);
});

test('an error of the code comes with its line', async () => {
  const frame = { file: 'a.js', line: 2, column: 8 };
  const error = { name: 'Error', message: 'au', frames: [frame] };
  const [result] = await run(exercise(saysYes()), {
    eigen: () => ({ failure: failure('HANDLER_ERROR', error) }),
  });
  expect(result?.problem).toMatchObject({ received: 'je functie gaf een fout: Error: au', place: frame });
  expect(result).not.toHaveProperty('mayBeBusy');
});

test.for<[HostFailureCode, boolean]>([
  ['HOST_LOST', true],
  ['HOST_UNAVAILABLE', true],
  ['INSTANCE_CRASHED', false],
  ['HANDLER_ERROR', false],
])('after %s the machine may be to blame: %s', async ([code, isLost]) => {
  const [result] = await run(exercise(saysYes()), { eigen: () => ({ failure: failure(code), ends: true }) });
  expect(result?.isPassed).toBe(false);
  expect(result?.mayBeBusy).toBe(isLost ? true : undefined);
});

test('each check begins on a fresh platform', async () => {
  const once = (id: string) =>
    plain(id, async (lab) => {
      expect(lab.kv).toEqual({});
      expect(lab.counts).toMatchObject({ invocations: 0, kvWrites: 0 });
      (await lab.request('GET', '/')).hasText('1');
    });
  const results = await run(exercise(once('a'), once('b')), {
    eigen: ({ nth, ask }) => {
      ask({ op: 'kv.put', key: 'a', value: '1' });
      return { says: String(nth) };
    },
  });
  expect(results.map(({ isPassed }) => isPassed)).toEqual([true, true]);
});

test('a check that stumbles over what it got is a failed check, and the next one runs', async () => {
  const stumbles = plain('a', async () => {
    throw new TypeError('x is not a function');
  });
  const results = await run(exercise(stumbles, saysYes()), { eigen: () => ({ says: 'ja' }) });
  expect(results.map(({ isPassed }) => isPassed)).toEqual([false, true]);
  expect(results[0]?.problem).toEqual({
    expected: 'iets waarmee de controle verder kan',
    received: 'iets wat de controle laat struikelen (TypeError: x is not a function)',
    look: 'Kijk hier.',
    place: null,
  });
});

test('code that never ends fails its checks within the limit, with a reason; what had passed stays passed', async () => {
  const clock = new TurningClock();
  const slow = {
    ...exercise(saysYes('a'), saysYes('b'), saysYes('c')),
    sample: { ...sample, timeoutMs: 60_000 },
  };
  let calls = 0;
  const results = await runChecks(slow, code('eigen'), {
    createHost: fakeHost(
      {
        eigen: () => {
          calls += 1;
          return calls === 1 ? { says: 'ja' } : { never: true };
        },
      },
      clock,
    ),
    clock,
    tariff,
    oracle: new Oracle(1),
    limitMs: 400,
  });
  expect(results.map(({ isPassed }) => isPassed)).toEqual([true, false, false]);
  for (const { problem } of results.slice(1)) {
    expect(problem).toMatchObject({
      expected: 'dat de controle klaar is',
      received:
        'na 0,4 seconden was de controle nog niet klaar. Of je computer had het te druk: probeer het dan nog eens.',
    });
  }
  expect(clock.nowMs()).toBeCloseTo(400, 6);
});

test('the limit is 20 seconds unless told otherwise, and has no say once the run is over', async () => {
  const waits = (ms: number): Exercise => ({
    ...exercise(saysYes()),
    sample: { ...sample, timeoutMs: ms + 1_000 },
  });
  const passes = async (ms: number) =>
    (await run(waits(ms), { eigen: () => ({ says: 'ja', takesMs: ms }) })).map(({ isPassed }) => isPassed);
  expect(await passes(19_900)).toEqual([true]);
  expect(await passes(20_100)).toEqual([false]);
});

test('a run that is stopped says so, before it begins and while it waits', async () => {
  const before = new AbortController();
  before.abort();
  const [never] = await run(
    exercise(saysYes()),
    { eigen: () => ({ says: 'ja' }) },
    { signal: before.signal },
  );
  expect(never?.problem?.received).toBe('de controle is gestopt');

  const stopping = new AbortController();
  const [stopped] = await run(
    exercise(saysYes()),
    {
      eigen: () => {
        stopping.abort();
        return { says: 'ja', takesMs: 100 };
      },
    },
    { signal: stopping.signal },
  );
  expect(stopped?.problem?.received).toBe('de controle is gestopt');
});

const budget = (times: number): BudgetCheck => ({
  id: 'rekening',
  title: 'Rekening',
  look: 'Wachten kost geld.',
  budget: times,
  async scenario(lab) {
    (await lab.request('GET', '/')).hasText('ja');
  },
});

/** Functions that take so long, run by run: and in which order they ran. */
function lasting(own: readonly number[], solution: readonly number[] = [100]) {
  const order: string[] = [];
  const turn =
    (name: string, spans: readonly number[]): FakeFunction =>
    () => {
      const nth = order.filter((one) => one === name).length;
      order.push(name);
      return { says: 'ja', takesMs: spans[Math.min(nth, spans.length - 1)] ?? 0 };
    };
  return { functions: { eigen: turn('eigen', own), oplossing: turn('oplossing', solution) }, order };
}

test('a budget is compared over five runs of each, by turns', async () => {
  const { functions, order } = lasting([100]);
  const [result] = await run(exercise(budget(2)), functions);
  expect(result).toMatchObject({ isPassed: true, problem: null });
  expect(order).toEqual(Array.from({ length: 5 }, () => ['oplossing', 'eigen']).flat());
});

test.for<[what: string, own: readonly number[], isPassed: boolean]>([
  ['the bill of the solution', [100], true],
  ['just within the budget', [201], true],
  ['just over it', [202], false],
  ['over it at the first run alone', [500, 100, 100, 100, 100], true],
  ['over it at two runs of five', [100, 500, 100, 500, 100], true],
  ['over it at three runs of five', [100, 500, 500, 500, 100], false],
  ['over it but for the last two', [500, 500, 500, 100, 100], false],
])('with a budget of 2: %s', async ([, own, isPassed]) => {
  const [result] = await run(exercise(budget(2)), lasting(own).functions);
  expect(result?.isPassed).toBe(isPassed);
});

test('a bill that equals the budget is within it', async () => {
  const [result] = await run(exercise(budget(1)), lasting([100]).functions);
  expect(result?.isPassed).toBe(true);
});

test('a solution with a hiccup or two is no better excuse', async () => {
  const passes = async (solution: readonly number[]) =>
    (await run(exercise(budget(2)), lasting([250], solution).functions))[0]?.isPassed;
  expect(await passes([100, 900, 100, 900, 100])).toBe(false);
  expect(await passes([100, 900, 900, 900, 100])).toBe(true);
});

test('after three runs that can not come within the budget any more, there is no fourth', async () => {
  const hopeless = lasting([500]);
  await run(exercise(budget(2)), hopeless.functions);
  expect(hopeless.order).toHaveLength(6);
  const dearOnce = lasting([500, 500, 150, 150, 150]);
  expect((await run(exercise(budget(2)), dearOnce.functions))[0]?.isPassed).toBe(true);
  expect(dearOnce.order).toHaveLength(10);
});

test('what is told of a bill: both amounts, how many times, and what the solution took', async () => {
  const [result] = await run(
    exercise(budget(1.5)),
    lasting([250, 230, 250], [100, 120, 80, 100, 100]).functions,
  );
  expect(result?.problem).toMatchObject({
    expected: 'een rekening van hoogstens 1,5 keer die van de oplossing',
    received: '2,5 keer die van de oplossing',
    look: 'Wachten kost geld.',
  });
  const bill = result?.bill;
  expect(Number(bill?.usd) / Number(bill?.solutionUsd)).toBeCloseTo(
    (250 + INVOCATION_MS) / (100 + INVOCATION_MS),
    3,
  );
  expect(bill?.solutionMs).toBe(100);
  expect(bill?.leastTimes).toBeCloseTo((230 + INVOCATION_MS) / (80 + INVOCATION_MS), 3);
});

test('of several invocations the time of the solution is their sum', async () => {
  const twice: BudgetCheck = {
    ...budget(2),
    async scenario(lab) {
      await lab.request('GET', '/');
      await lab.request('GET', '/');
    },
  };
  const [result] = await run(exercise(twice), lasting([100]).functions);
  expect(result?.bill?.solutionMs).toBe(200);
});

test('the amounts are those of the tariff: without its free tier, unless it is asked for', async () => {
  const [result] = await run(exercise(budget(2)), lasting([100]).functions);
  // 10 GB for 0.1 s at $0.0000166667 a GB-second, and one request at $0.20 a million.
  expect(Number(result?.bill?.usd)).toBeCloseTo(10 * 0.1 * 0.0000166667 + 0.2 / 1e6, 10);
  const [free] = await run(exercise(budget(2)), lasting([100]).functions, { options: { freeTier: true } });
  expect(Number(free?.bill?.usd)).toBe(0);
});

test('a warm-up is no part of the bill', async () => {
  const warm: BudgetCheck = {
    ...budget(2),
    async scenario(lab) {
      await lab.request('GET', '/');
      lab.countFromHere();
      await lab.request('GET', '/');
    },
  };
  // Only every first of two is dear.
  const own: FakeFunction = ({ nth }) => ({ says: 'ja', takesMs: nth === 1 ? 900 : 100 });
  const [result] = await run(exercise(warm), { eigen: own, oplossing: () => ({ says: 'ja', takesMs: 100 }) });
  expect(result?.isPassed).toBe(true);
});

test('a scenario that goes wrong has no bill, and says what went wrong', async () => {
  const [result] = await run(exercise(budget(2)), {
    eigen: () => ({ says: 'nee' }),
    oplossing: () => ({ says: 'ja' }),
  });
  expect(result).toMatchObject({
    isPassed: false,
    bill: null,
    problem: { expected: 'bij GET /: de tekst "ja"' },
  });
});

test('a failure of a check is an error with both halves in its message', () => {
  const one = new CheckFailure('a', 'b');
  expect(one).toMatchObject({
    name: 'CheckFailure',
    message: 'expected a; received b',
    place: null,
    code: null,
  });
});
