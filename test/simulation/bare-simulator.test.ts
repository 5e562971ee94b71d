/** The simulator that the bench measures ours against does the same work: its counts and averages are the same. */
import { expect, test } from 'vitest';
import { readScenario } from '../../src/simulation/index.ts';
import { simulateBare } from '../bench/bare-simulator.ts';
import { rowOf, runOf, scenarioOf } from './cases.ts';

test.each(['A-T1', 'A-T2', 'A-T3', 'A-T4', 'A-E1', 'A-E2'])('%s', (id) => {
  const scenario = scenarioOf(rowOf(id));
  const { total, cold, rejected, ended, instances, running } = runOf(scenario);
  const bare = simulateBare(readScenario(scenario));
  expect(bare).toMatchObject({ total, cold, rejected, ended });
  expect(bare.instances).toBeCloseTo(instances, 9);
  expect(bare.running).toBeCloseTo(running, 9);
});
