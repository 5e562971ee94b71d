/** The month in the address: what is written can be read, and what can't be is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type MonthState,
  monthFragment,
  readFragment,
  readNumber,
  standardMonth,
} from '../../src/course/month-address.ts';

const known = { tariffs: ['aws-lambda-x86-eu-central-1', 'b'], servers: ['aws-ec2-t3-micro', 'd'] };

const anyState: fc.Arbitrary<MonthState> = fc.record({
  perDay: fc.integer({ min: 1, max: 1e9 }),
  durationMs: fc.integer({ min: 0, max: 9_000_000 }).map((tenths) => tenths / 10),
  cpuMs: fc.option(fc.integer({ min: 0, max: 900_000 })),
  memoryMb: fc.integer({ min: 1, max: 32_768 }),
  initMs: fc.integer({ min: 0, max: 60_000 }),
  coldPercent: fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10),
  tariffId: fc.constantFrom(...known.tariffs),
  serverId: fc.constantFrom(...known.servers),
  freeTier: fc.boolean(),
});

test('every month comes back from its address as it was', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(readFragment(monthFragment(state), known)).toEqual({ state, wrong: [] });
    }),
  );
});

test('an empty address is the standard month, and that needs no words', () => {
  expect(readFragment('', known)).toEqual({ state: standardMonth, wrong: [] });
  expect(monthFragment(standardMonth)).toBe('#');
});

test('what can not be is named, and the rest counts', () => {
  const { state, wrong } = readFragment('#dag=-4&ms=abc&mb=512&tarief=nergens&server=d&gratis=ja&x=1', known);
  expect(wrong).toEqual(['dag', 'ms', 'tarief', 'gratis']);
  expect(state).toEqual({ ...standardMonth, memoryMb: 512, serverId: 'd' });
});

test.each([
  ['perDay', '1000', 1_000],
  ['perDay', '0', null],
  ['perDay', '1,5', null],
  ['durationMs', '12,5', 12.5],
  ['durationMs', ' 12.5 ', 12.5],
  ['durationMs', '1e9', null],
  ['durationMs', 'NaN', null],
  ['durationMs', '', null],
  ['coldPercent', '101', null],
  ['memoryMb', '-1', null],
] as const)('%s typed as %j is %s', (field, text, value) => {
  expect(readNumber(field, text)).toBe(value);
});
