/** How fast a function may grow, against a slow second bookkeeping: the list of all starts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Driver } from './drive.ts';

const LIMITS = { maxInstances: 10_000 };
const CONFIG = { concurrencyLimit: 10_000, timeoutMs: 900_000 };

/** Requests at moments; each needs an instance of its own. @returns the moments of those that were accepted */
function acceptedAt(momentsMs: readonly number[], startsPerTenSeconds: number): number[] {
  const driver = new Driver(LIMITS);
  driver.deploy({ ...CONFIG, startsPerTenSeconds });
  for (const atMs of momentsMs) {
    driver.nowMs = atMs;
    driver.request();
  }
  return driver.all('instanceStarted').map(({ atMs }) => atMs);
}

test('as many at once as in ten seconds, and then one whenever a share of the ten seconds is over', () => {
  const atOnce = Array.from({ length: 5 }, () => 0);
  expect(acceptedAt([...atOnce, 2499, 2500, 2500, 12_000], 4)).toEqual([0, 0, 0, 0, 2500, 12_000]);
});

test('in a long silence nothing is saved up', () => {
  const burst = (atMs: number) => Array.from({ length: 10 }, () => atMs);
  expect(acceptedAt([...burst(1_000_000), ...burst(2_000_000)], 3).length).toBe(6);
});

test('in any stretch no more start than at once and in its time; and who is refused, would have made it more', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 7 }), (unsorted, perTenSeconds) => {
      const sorted = [...unsorted].sort((a, b) => a - b);
      const accepted = acceptedAt(sorted, perTenSeconds);
      /** With one more at `atMs`, how many there would be in the worst stretch that ends there, beyond what may be. */
      const excess = (before: readonly number[], atMs: number) =>
        Math.max(
          1 - perTenSeconds,
          ...before.map((fromMs, at) => {
            const count = before.length - at + 1;
            return count - perTenSeconds - ((atMs - fromMs) * perTenSeconds) / 10_000;
          }),
        );
      let taken = 0;
      for (const atMs of sorted) {
        const isAccepted = accepted[taken] === atMs;
        const over = excess(accepted.slice(0, taken), atMs);
        if (isAccepted) expect(over).toBeLessThan(0.001);
        else expect(over).toBeGreaterThan(-0.001);
        if (isAccepted) taken += 1;
      }
      expect(taken).toBe(accepted.length);
    }),
  );
});

test('who is refused hears that it is this limit', () => {
  const driver = new Driver(LIMITS);
  driver.deploy({ ...CONFIG, startsPerTenSeconds: 1 });
  driver.request();
  driver.request();
  expect(driver.events.at(-1)).toMatchObject({ type: 'throttled', limit: 'scalingRate' });
});

test('a batch that waits for an instance leaves when one may start, and asks for a tick then', () => {
  const driver = new Driver(LIMITS);
  driver.deploy({ ...CONFIG, startsPerTenSeconds: 2 });
  driver.connect();
  for (let nth = 0; nth < 4; nth++) driver.send();
  expect(driver.deliveries().length).toBe(2);
  driver.waitUntil(20_000);
  expect(driver.all('messagesDelivered').map(({ atMs }) => atMs)).toEqual([0, 0, 5000, 10_000]);
});

test('it is a whole number, and at least 1', () => {
  const driver = new Driver();
  for (const startsPerTenSeconds of [0, 1.5, Number.NaN]) {
    expect(() => driver.deploy({ startsPerTenSeconds })).toThrow('INVALID_CONFIG');
  }
});
