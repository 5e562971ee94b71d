/** How checks are run one after another, what a budget compares, and what is told of it: on a fake host and clock. */
import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { HostFailureCode } from '../../../src/contract/failure.ts';
import type { CheckResult, PlainCheck } from '../../../src/exercises/check.ts';
import { CheckFailure } from '../../../src/exercises/lab/index.ts';
import type { Exercise } from '../../../src/exercises/run/exercise-to-run.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import { type RunOptions, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { findTariff } from '../../../src/till/prices/all-prices.ts';
import { code, type FakeFunction, failure, fakeHost, httpSample, TurningClock } from '../fake-platform.ts';

const tariff = aws();

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
  sample: httpSample,
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

test('only the checks that are asked for run', async () => {
  const results = await run(
    exercise(saysYes('a'), saysYes('b'), saysYes('c')),
    { eigen: () => ({ says: 'ja' }) },
    { only: new Set(['b']) },
  );
  expect(results.map(({ id, isPassed }) => [id, isPassed])).toEqual([['b', true]]);
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
    sample: { ...httpSample, timeoutMs: 60_000 },
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
    sample: { ...httpSample, timeoutMs: ms + 1_000 },
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

test('a run leaves nothing behind: no instances, no limit that runs on, and nobody who listens to who may stop it', async () => {
  const clock = new TurningClock();
  const { signal } = new AbortController();
  let disposals = 0;
  const withHost: RunOptions['createHost'] = (report) => {
    const host = fakeHost(
      { eigen: () => ({ says: 'ja' }), oplossing: () => ({ says: 'ja' }) },
      clock,
    )(report);
    return Object.assign(host, {
      dispose: () => {
        disposals += 1;
      },
    });
  };
  const fresh: PlainCheck = { ...saysYes(), fresh: () => (lab) => lab.outcomes(['GET', '/']) };
  const settings = { createHost: withHost, clock, tariff, oracle: new Oracle(1), signal };
  await runChecks(exercise(fresh), code('eigen'), settings);
  expect([clock.timers.size, getEventListeners(signal, 'abort').length, disposals]).toEqual([0, 0, 2]);
  const throwing = {
    ...settings,
    onResult: () => {
      throw new Error('nobody listens');
    },
  };
  await expect(runChecks(exercise(fresh), code('eigen'), throwing)).rejects.toThrow('nobody listens');
  expect([clock.timers.size, getEventListeners(signal, 'abort').length, disposals]).toEqual([0, 0, 3]);
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
