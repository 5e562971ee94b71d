/** The checks beside a playground, without a page: what runs, what is shown of it, and what is kept. */
import { beforeEach, expect, test } from 'vitest';
import type { CheckResult } from '../../src/exercises/check.ts';
import { createChecks, type ExerciseCard, type Runner } from '../../src/exercises/check-model.ts';
import { PLAIN_SET } from '../../src/exercises/set.ts';
import { progress } from '../../src/progress/kept.ts';
import { wipeProgress } from '../../src/progress/wipe.ts';
import { result } from './a-result.ts';
import { code, httpSample } from './fake-platform.ts';

const CARD: ExerciseCard = {
  checks: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  hints: ['eerst', 'dan'],
  learned: 'Groeten kan altijd.',
  next: [],
  isGolf: false,
};
const bill = { usd: '0.75', solutionUsd: '0.5', solutionMs: 100 };
const files = code('x');

beforeEach(() => {
  wipeProgress();
});

/** A runner that the test answers: `tell` is one result, `end` all of them. */
function open(card = CARD) {
  const runs: {
    tell: (result: CheckResult) => void;
    end: (results: readonly CheckResult[]) => void;
    fail: (error: Error) => void;
    asked: Parameters<Runner>;
  }[] = [];
  const runner: Runner = (...asked) =>
    new Promise((end, fail) => runs.push({ tell: asked[2].onResult, end, fail, asked }));
  const checks = createChecks(httpSample, card, async () => runner);
  async function started(at = 0) {
    await expect.poll(() => runs.length, { timeout: 60_000 }).toBeGreaterThan(at);
    const run = runs[at];
    if (run === undefined) throw new Error('it did not start');
    return run;
  }
  return { checks, runs, started };
}

test('results are shown as they come, and what passed is kept at the end', async () => {
  const { checks, started } = open();
  expect(checks.isRunning.value).toBe(false);
  const done = checks.run(files);
  expect(checks.isRunning.value).toBe(true);
  const run = await started();
  expect(run.asked[0]).toBe(httpSample);
  expect(run.asked[1]).toBe(files);
  expect(run.asked[2].tariffId).toBeNull();
  run.tell(result('a', true));
  expect([checks.pointsNow.value, checks.isDone.value]).toEqual([1, false]);
  expect(checks.passedBefore.value.size).toBe(0);
  run.tell(result('b', false));
  run.end([result('a', true), result('b', false)]);
  await done;
  expect([...checks.results.value.keys()]).toEqual(['a', 'b']);
  expect([checks.pointsNow.value, checks.isDone.value, checks.isRunning.value]).toEqual([1, true, false]);
  expect([...checks.passedBefore.value]).toEqual(['a']);
  expect(checks.best.value).toBeNull();
});

test('what runs again alone lets nothing begin beside it, and is told of as long as it runs', async () => {
  const { checks, started } = open();
  let rests = 0;
  const done = checks.run(files, 'reader', () => {
    rests += 1;
  });
  const run = await started();
  run.tell(result('a', false, { mayBeBusy: true }));
  expect([rests, checks.again.value]).toEqual([0, 0]);
  run.asked[2].onAgain(1);
  expect([rests, checks.again.value]).toEqual([1, 1]);
  const again = result('a', true, { ranAgain: true });
  run.tell(again);
  run.end([again]);
  await done;
  expect(checks.results.value.get('a')).toBe(again);
  expect(checks.again.value).toBe(0);
});

test('a new run begins without the results of the last', async () => {
  const { checks, started } = open();
  const first = checks.run(files);
  (await started()).tell(result('a', true));
  (await started()).end([result('a', true)]);
  await first;
  const second = checks.run(files);
  expect([checks.results.value.size, checks.isDone.value]).toEqual([0, false]);
  (await started(1)).end([result('a', false)]);
  await second;
  expect([...checks.passedBefore.value]).toEqual(['a']);
});

test('one run at a time', async () => {
  const { checks, runs, started } = open();
  const first = checks.run(files);
  await checks.run(files);
  (await started()).end([]);
  await first;
  expect(runs).toHaveLength(1);
});

test('a run that is stopped keeps nothing, and is not done', async () => {
  const { checks, started } = open();
  checks.stop();
  const done = checks.run(files);
  const run = await started();
  checks.stop();
  expect(run.asked[2].signal.aborted).toBe(true);
  run.end([result('a', true)]);
  await done;
  expect([checks.isDone.value, checks.isRunning.value, checks.hasFailed.value]).toEqual([
    false,
    false,
    false,
  ]);
  expect(checks.passedBefore.value.size).toBe(0);
});

test('checks that could not be fetched or run say so, and may be tried again', async () => {
  const { checks, started } = open();
  const done = checks.run(files);
  (await started()).fail(new Error('offline'));
  await done;
  expect([checks.hasFailed.value, checks.isDone.value, checks.isRunning.value]).toEqual([true, false, false]);
  const again = checks.run(files);
  expect(checks.hasFailed.value).toBe(false);
  (await started(1)).end([]);
  await again;
  const offline = createChecks(httpSample, CARD, async () => {
    throw new Error('offline');
  });
  await offline.run(files);
  expect([offline.hasFailed.value, offline.isRunning.value]).toEqual([true, false]);
});

test('a set says under which tariff budgets count', async () => {
  const { checks, started } = open();
  checks.rules.value = { ...PLAIN_SET, hints: false, tariff: 'duur' };
  const done = checks.run(files);
  const run = await started();
  expect(run.asked[2].tariffId).toBe('duur');
  run.end([]);
  await done;
});

test.for<[what: string, isGolf: boolean, all: readonly CheckResult[], best: object | null]>([
  ['golf that is right', true, [result('a', true), result('b', true, { bill })], { usd: '0.75', times: 1.5 }],
  [
    'golf of which an earlier check has the bill',
    true,
    [result('a', true, { bill }), result('b', true)],
    { usd: '0.75', times: 1.5 },
  ],
  ['golf with a check that fails', true, [result('a', false), result('b', true, { bill })], null],
  ['golf without a bill', true, [result('a', true), result('b', true)], null],
  ['no golf', false, [result('a', true), result('b', true, { bill })], null],
])('the best bill of %s', async ([, isGolf, all, best]) => {
  const { checks, started } = open({ ...CARD, isGolf });
  const done = checks.run(files);
  (await started()).end(all);
  await done;
  expect(checks.best.value).toEqual(best);
  expect(progress.value.exercises['proef']?.passed).toEqual(
    all.filter(({ isPassed }) => isPassed).map(({ id }) => id),
  );
});

test('what was right at the start proves nothing alone, and is kept with what came to it', async () => {
  const gift = result('a', true, { passesAtStart: true });
  const { checks, started } = open();
  const first = checks.run(files);
  (await started()).end([gift, result('b', false)]);
  await first;
  expect([checks.isDone.value, checks.hasFailed.value]).toEqual([true, false]);
  expect(checks.passedBefore.value.size).toBe(0);
  const second = checks.run(files);
  (await started(1)).end([gift, result('b', true)]);
  await second;
  expect([...checks.passedBefore.value]).toEqual(['a', 'b']);
});

test("what passes in a stranger's code is shown, and not kept", async () => {
  const { checks, started } = open();
  const done = checks.run(files, 'stranger');
  const run = await started();
  run.tell(result('a', true));
  run.end([result('a', true)]);
  await done;
  expect([checks.isDone.value, checks.results.value.size]).toEqual([true, 1]);
  expect(checks.passedBefore.value.size).toBe(0);
});

test('when other code stands there its run ends, and nothing of it is shown', async () => {
  const { checks, started } = open();
  checks.forget();
  const done = checks.run(files);
  const run = await started();
  run.tell(result('a', true));
  checks.forget();
  expect(run.asked[2].signal.aborted).toBe(true);
  run.tell(result('b', true));
  run.end([result('a', true), result('b', true)]);
  await done;
  expect([checks.results.value.size, checks.isDone.value, checks.hasFailed.value]).toEqual([0, false, false]);
  expect(checks.passedBefore.value.size).toBe(0);
  const failed = checks.run(files);
  (await started(1)).fail(new Error('offline'));
  await failed;
  expect(checks.hasFailed.value).toBe(true);
  checks.forget();
  expect(checks.hasFailed.value).toBe(false);
  const ended = checks.run(files);
  (await started(2)).end([result('a', true)]);
  await ended;
  checks.forget();
  expect([checks.isDone.value, checks.isRunning.value]).toEqual([false, false]);
});

test('hints come one at a time, and end', () => {
  const { checks } = open();
  const shown = [0, 1, 2].map(() => {
    checks.nextHint();
    return checks.hintsShown.value;
  });
  expect(shown).toEqual([1, 2, 2]);
});
