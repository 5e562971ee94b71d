/** What the last run would cost at a provider, as `LEESMIJ.md` says it: of that run alone. */
import { expect, test } from 'vitest';
import { costOf } from '../../../src/take-home/clouds/cloud-zip.ts';
import { targets } from '../../../src/take-home/clouds/index.ts';

const usage = { memoryMb: 128, initMs: 40, durationMs: 12 };

test.each(targets.filter(({ tariffId }) => tariffId !== null))(
  '$name: a sum of a thousandth of a euro at most, without what a month costs anyhow',
  (target) => {
    const cost = costOf(target, usage) ?? '';
    expect(cost).toMatch(/ €\s0,000[\d\s]*[1-9][\d\s]* kosten, met het tarief \*/u);
  },
);

test('nothing without a run, or without a tariff', () => {
  const [priced] = targets.filter(({ tariffId }) => tariffId !== null);
  const [free] = targets.filter(({ tariffId }) => tariffId === null);
  if (priced === undefined || free === undefined) return expect.fail('no such target');
  expect(costOf(priced, null)).toBe(null);
  expect(costOf(free, usage)).toBe(null);
});
