/** What code did where it failed: told beside its results, and never a part of them. */
import { expect, test } from 'vitest';
import type { PlainCheck } from '../../../src/exercises/check.ts';
import type { Exercise } from '../../../src/exercises/run/exercise-to-run.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import { type RunOptions, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { tariff } from '../../../src/till/prices/lab-tariff.ts';
import { code, type FakeFunction, fakeHost, httpSample, TurningClock } from '../fake-platform.ts';

const check = (more: Partial<PlainCheck> = {}): PlainCheck => ({
  id: 'groet',
  title: 'Groet',
  look: 'Kijk hier.',
  run: async (lab) => (await lab.request('GET', '/groet')).hasText('ja'),
  fresh: (random) => {
    const word = random.word();
    return (lab) => lab.outcomes(['GET', `/${word}`], ['GET', '/vast']);
  },
  ...more,
});

function run(checks: Exercise['checks'], own: FakeFunction, options: Partial<RunOptions> = {}) {
  const clock = new TurningClock();
  return runChecks({ sample: httpSample, checks, solution: code('oplossing') }, code('eigen'), {
    createHost: fakeHost({ eigen: own, oplossing: () => ({ says: 'ja' }) }, clock),
    clock,
    tariff,
    oracle: new Oracle(1),
    tellsDeeds: true,
    ...options,
  });
}

test('the first play of a failed check is told in signs, with the example that it failed first', async () => {
  const [result] = await run([check()], () => ({ says: 'nee' }));
  const outcome = '[{text:other},{text:other}]';
  expect(result?.did).toEqual([{ outcome, used: [] }]);
  expect(result?.failedAt).toBe('bij GET /groet');
});

test('where it failed is told without what the request sent', async () => {
  const sends = check({
    run: async (lab) => (await lab.request('POST', '/kies', { json: { a: 1 } })).hasText('ja'),
  });
  const [result] = await run([sends], () => ({ says: 'nee' }));
  expect(result?.problem?.expected).toBe('bij POST /kies met {"a":1}: de tekst "ja"');
  expect(result?.failedAt).toBe('bij POST /kies');
});

test('code that only fails on fresh inputs knew the examples', async () => {
  const [result] = await run([check()], ({ request }) => ({
    says: request.url.endsWith('/groet') || request.url.endsWith('/vast') ? 'ja' : 'nee',
  }));
  expect(result?.isPassed).toBe(false);
  expect(result?.did?.[0]?.outcome).toBe('[{text:other},=]');
  expect(result?.failedAt).toBeUndefined();
});

test('of a check that passed, and where nobody asked, nothing is told', async () => {
  const [passed] = await run([check()], () => ({ says: 'ja' }));
  expect(passed?.did).toBeUndefined();
  const [unasked] = await run([check()], () => ({ says: 'nee' }), { tellsDeeds: false });
  expect(unasked?.did).toBeUndefined();
});

test('results are the same with and without', async () => {
  const checks = [
    check(),
    check({ id: 'b', run: async (lab) => (await lab.request('GET', '/b')).hasStatus(201) }),
  ];
  const own: FakeFunction = ({ request }) => ({ says: request.url.endsWith('b') ? 'ja' : 'nee' });
  const told = await run(checks, own);
  const plain = await run(checks, own, { tellsDeeds: false });
  expect(told.map(({ did: _, failedAt: __, ...rest }) => rest)).toEqual(plain);
});

test('a result is heard before what the code did is asked', async () => {
  const heard: string[] = [];
  await run([check(), check({ id: 'tweede' })], () => ({ says: 'nee' }), {
    onResult: ({ id, did }) => heard.push(`${id} ${did === undefined}`),
  });
  expect(heard).toEqual(['groet true', 'tweede true']);
});

test('what ran out of time is not played again', async () => {
  const [result] = await run([check()], () => ({ never: true }));
  expect(result?.mayBeBusy).toBe(true);
  expect(result?.did).toBeUndefined();
});

test('which stores the code asked is told', async () => {
  const [result] = await run([check()], ({ ask }) => {
    ask({ op: 'kv.get', key: 'a' });
    return { says: 'nee' };
  });
  expect(result?.did?.[0]?.used).toEqual(['kvReads']);
});

test('several at once are told roughly', async () => {
  const together = check({
    fresh: () => async (lab) => (await lab.burst(3, 'GET', '/')).map(({ status }) => status),
  });
  const [result] = await run([together], ({ nth }) => ({ says: 'nee', status: nth === 1 ? 500 : 200 }));
  expect(result?.did?.[0]?.wasTogether).toBe(true);
  expect(result?.did?.[0]?.outcome).toBe('[200>500]');
});
