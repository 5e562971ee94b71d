/** A learner's own run of checks: what may have lost time to a neighbour runs once more, alone. */
import { expect, test } from 'vitest';
import type { CheckResult } from '../../../src/exercises/check.ts';
import { runAgainAlone } from '../../../src/exercises/run/again-alone.ts';
import { result } from '../a-result.ts';

const FIRST = [result('a', true), result('b', false, { mayBeBusy: true }), result('c', false)];

function again(
  first: readonly CheckResult[],
  second: readonly CheckResult[],
  signal = new AbortController().signal,
) {
  const asked: (readonly string[] | null)[] = [];
  const told: string[] = [];
  const all = runAgainAlone({
    signal,
    run: async (only) => {
      asked.push(only && [...only]);
      told.push(only === null ? 'all' : 'again');
      return only === null ? first : second;
    },
    onAgain: (count) => told.push(`alone ${count}`),
  });
  return { all, asked, told };
}

test('only what ran out of time runs again, after all else is at rest, and the second time counts', async () => {
  const { all, asked, told } = again(FIRST, [result('b', true, { ranAgain: true })]);
  expect(await all).toEqual([FIRST[0], result('b', true, { ranAgain: true }), FIRST[2]]);
  expect(asked).toEqual([null, ['b']]);
  expect(told).toEqual(['all', 'alone 1', 'again']);
});

test('what fails again, fails', async () => {
  const still = result('b', false, { mayBeBusy: true, ranAgain: true });
  expect((await again(FIRST, [still]).all)[1]).toBe(still);
});

test('what fails on what it does is not run again, nor anything after Stop', async () => {
  const fair = again([result('a', false)], []);
  expect(await fair.all).toHaveLength(1);
  expect(fair.asked).toEqual([null]);
  const stopped = again(FIRST, [], AbortSignal.abort());
  expect(await stopped.all).toEqual(FIRST);
  expect(stopped.asked).toEqual([null]);
});
