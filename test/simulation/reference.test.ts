/** The run against the model told slowly, to the last count, for every routing that can be told so. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/simulation/index.ts';
import { cases } from '../support/laws.ts';
import { runOf } from './cases.ts';
import { countSlowly } from './slow-reference.ts';

const mean = fc.integer({ min: 10, max: 4000 });
const traffic = {
  arrivals: fc.record({
    kind: fc.constant('poisson'),
    perSecond: fc.double({ min: 0.05, max: 20, noNaN: true }),
  }),
  warmMs: fc.record({ kind: fc.constantFrom('exponential', 'h2'), mean }),
  coldMs: fc.record({ kind: fc.constantFrom('exponential', 'h2'), mean }),
  idleTimeoutMs: fc.integer({ min: 1, max: 30_000 }),
  concurrencyLimit: fc.integer({ min: 1, max: 30 }),
  untilMs: fc.integer({ min: 1000, max: 100_000 }),
  seed: fc.nat(),
};
const oneCall = fc.record({
  ...traffic,
  routing: fc.constantFrom('most-recent', 'least-recent', 'newest-created', 'oldest-created'),
});
const severalCalls = fc.record({
  ...traffic,
  perInstance: fc.integer({ min: 2, max: 5 }),
  routing: fc.constantFrom('newest-created', 'oldest-created'),
});

test.each([
  ['one call an instance', oneCall],
  ['several calls an instance, chosen by creation', severalCalls],
] as const)('%s', (_, anyScenario) => {
  fc.assert(
    fc.property(anyScenario as fc.Arbitrary<object>, (json) => {
      const result = runOf(json);
      const { instances, idle, ...counts } = countSlowly(readScenario(json));
      expect(result).toMatchObject(counts);
      expect(result.instances).toBeCloseTo(instances, 9);
      expect(result.idle).toBeCloseTo(idle, 9);
    }),
    cases(60),
  );
});
