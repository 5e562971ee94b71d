/** What a budget compares, on the Node host: waiting for a service that is played, counted and not waited for. */
import { expect, test } from 'vitest';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import type { BudgetCheck } from '../../../src/exercises/check.ts';
import type { Exercise } from '../../../src/exercises/run/exercise-to-run.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import { type RunOptions, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { findTariff } from '../../../src/till/prices/all-prices.ts';
import { httpSample } from '../fake-platform.ts';

const PATIENT_MS = 300_000;
const SERVICE = 'https://wacht.example';
/** 10 GB, so that an invocation costs little beside its time: as much as 1.2 ms of it. */
const MEMORY_MB = 10_240;
const INVOCATION_MS = 1.2;

const tariff = findTariff('aws-lambda-x86-us-east-1');

/** Code that waits so long for the service, a hundred milliseconds a time. */
const waiting = (calls: string, says = 'ja') => [
  {
    path: 'a.js',
    text: `const wacht = () => fetch('${SERVICE}/kort');
export default async function proef() {
  ${calls}
  return new Response('${says}');
}`,
  },
];
const ONE = 'await wacht();';

const budget = (times: number): BudgetCheck => ({
  id: 'rekening',
  title: 'Rekening',
  look: 'Wachten kost geld.',
  budget: times,
  scenario: (lab) => lab.outcomes(['GET', '/']),
});

const exercise = (times: number): Exercise => ({
  sample: {
    ...httpSample,
    memoryMb: MEMORY_MB,
    timeoutMs: PATIENT_MS,
    services: [
      {
        name: SERVICE,
        latencyMs: [100, 100],
        rateLimit: null,
        failures: { errors: 0, drops: 0 },
        seed: 1,
        routes: [
          {
            method: 'GET',
            path: '/kort',
            maxItems: {},
            answer: { status: 200, headers: [], body: '' },
          },
        ],
      },
    ],
  },
  checks: [budget(times)],
  solution: waiting(ONE),
});

async function billOf(times: number, calls: string, says = 'ja', more: Partial<RunOptions> = {}) {
  if (tariff === undefined) throw new Error('the tariff that these tests count with is gone');
  const [result] = await withNodeHost((createHost) =>
    runChecks(exercise(times), waiting(calls, says), {
      createHost,
      tariff,
      oracle: new Oracle(1),
      limitMs: PATIENT_MS,
      ...more,
    }),
  );
  return result;
}

test.for<[what: string, calls: string, isPassed: boolean]>([
  ['waits as long as the solution', ONE, true],
  ['asks three times at once, and waits once', 'await Promise.all([wacht(), wacht(), wacht()]);', true],
  ['waits twice, which is the budget but for the price of an invocation', `${ONE} ${ONE}`, true],
  ['waits three times', `${ONE} ${ONE} ${ONE}`, false],
  ['computes for long, which no bill of a check counts', `${ONE} for (let i = 0; i < 2e8; i += 1);`, true],
  [
    'patches its timers, which changes no waiting',
    `globalThis.setTimeout = (f) => f(); ${ONE} ${ONE} ${ONE}`,
    false,
  ],
])('with a budget of 2, who %s', { timeout: PATIENT_MS }, async ([, calls, isPassed]) => {
  const result = await billOf(2, calls);
  expect(result?.isPassed, JSON.stringify(result?.problem)).toBe(isPassed);
});

test('what is told of a bill: amounts of the tariff without its free tier', {
  timeout: PATIENT_MS,
}, async () => {
  const result = await billOf(1.5, `${ONE} ${ONE}`);
  expect(result).toMatchObject({
    isPassed: false,
    mayBeBusy: true,
    problem: {
      expected: 'een rekening van maximaal 1,5 keer die van de oplossing',
      received: '2 keer die van de oplossing',
      look: 'Wachten kost geld.',
    },
    bill: { solutionMs: 100 },
  });
  // 10 GB for 0.2 s at $0.0000166667 a GB-second, and one request at $0.20 a million.
  expect(Number(result?.bill?.usd)).toBeCloseTo(10 * 0.2 * 0.0000166667 + 0.2 / 1e6, 10);
  expect(Number(result?.bill?.usd) / Number(result?.bill?.solutionUsd)).toBeCloseTo(
    (200 + INVOCATION_MS) / (100 + INVOCATION_MS),
    3,
  );
  const free = await billOf(2, ONE, 'ja', { options: { freeTier: true } });
  expect(Number(free?.bill?.usd)).toBe(0);
});

test('who does less than the solution has no bill, and hears what is missing', {
  timeout: PATIENT_MS,
}, async () => {
  expect(await billOf(2, '', 'nee')).toMatchObject({
    isPassed: false,
    bill: null,
    problem: { expected: 'bij GET /: {"status":200,"text":"ja"}', received: '{"status":200,"text":"nee"}' },
  });
});
