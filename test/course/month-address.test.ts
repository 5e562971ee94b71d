/** The month in the address: what is written can be read, and what can't be is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type MonthState,
  monthFragment,
  otherReading,
  readFragment,
  readNumber,
  standardMonth,
} from '../../src/course/month-address.ts';

const known = { tariffs: ['aws-lambda-x86-us-east-1', 'b'], servers: ['aws-ec2-t3-micro', 'd'] };

const anyState: fc.Arbitrary<MonthState> = fc.record({
  perDay: fc.integer({ min: 1, max: 1e9 }),
  durationMs: fc.integer({ min: 0, max: 900_000_000 }).map((thousandths) => thousandths / 1_000),
  cpuMs: fc.option(fc.integer({ min: 0, max: 900_000 })),
  memoryMb: fc.integer({ min: 1, max: 32_768 }),
  initMs: fc.integer({ min: 0, max: 60_000 }),
  coldPercent: fc.integer({ min: 0, max: 1_000 }).map((tenths) => tenths / 10),
  tariffId: fc.constantFrom(...known.tariffs),
  serverId: fc.constantFrom(...known.servers),
  freeTier: fc.boolean(),
  address: fc.boolean(),
  disk: fc.boolean(),
  beside: fc.boolean(),
  readsPerCall: fc.integer({ min: 0, max: 10_000 }).map((tenths) => tenths / 10),
  writesPerCall: fc.integer({ min: 0, max: 1_000 }),
  messagesPerCall: fc.integer({ min: 0, max: 1_000 }),
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
  ['perDay', '1.000', 1_000],
  ['perDay', '550.000', 550_000],
  ['perDay', '1,000', null],
  ['memoryMb', '1.024', 1_024],
  ['durationMs', '1.250,5', 1_250.5],
  ['durationMs', '1.250', 1_250],
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

test('a number that English software writes otherwise is told, where both are possible', () => {
  expect(otherReading('durationMs', '1.250')).toBe(1.25);
  expect(otherReading('durationMs', '1.250,5')).toBeNull();
  expect(otherReading('perDay', '1.250')).toBeNull();
});

test('decimals stand in an address with a comma, as people read them', () => {
  expect(monthFragment({ ...standardMonth, durationMs: 1.125 })).toBe('#ms=1,125');
});
