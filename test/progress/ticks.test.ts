/** Ticked steps as they are kept: turned back and forth, in several tabs, and read from whatever stands there. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type KeptSteps,
  mergeSteps,
  NO_STEPS,
  parseSteps,
  printSteps,
  tickedOf,
  withTick,
} from '../../src/progress/ticks.ts';

const LESSON = 'een-les';
const ticked = (kept: KeptSteps) => [...tickedOf(kept, LESSON)].sort();
const tick = (kept: KeptSteps, key: string, isTicked = true) => withTick(kept, LESSON, key, isTicked);

test('a step is ticked, unticked and ticked again', () => {
  const once = tick(NO_STEPS, '1-1');
  expect(ticked(once)).toEqual(['1-1']);
  const off = tick(once, '1-1', false);
  expect(ticked(off)).toEqual([]);
  expect(ticked(tick(off, '1-1'))).toEqual(['1-1']);
});

test('ticking what is ticked changes nothing', () => {
  const once = tick(NO_STEPS, '1-1');
  expect(tick(once, '1-1')).toBe(once);
  expect(tick(NO_STEPS, '1-1', false)).toBe(NO_STEPS);
});

test('an older copy of another tab does not bring back what was unticked', () => {
  const older = tick(NO_STEPS, '1-1');
  const newer = tick(older, '1-1', false);
  expect(ticked(mergeSteps(older, newer))).toEqual([]);
  expect(ticked(mergeSteps(newer, older))).toEqual([]);
});

test('what was wiped does not come back from another tab', () => {
  const before = tick(NO_STEPS, '1-1');
  const wiped: KeptSteps = { wipes: 1, turns: {} };
  expect(mergeSteps(before, wiped)).toEqual(wiped);
  expect(mergeSteps(wiped, before)).toEqual(wiped);
});

test.each([
  ['no object', '[]'],
  ['another version', '{"v":2,"turns":{"een-les":{"1-1":1}}}'],
  ['null', 'null'],
])('%s is no list of steps', (_, text) => {
  expect(parseSteps(JSON.parse(text))).toBeNull();
});

test('what is no step, no count and no name is left out', () => {
  const text =
    '{"v":1,"wipes":-1,"turns":{"een-les":{"1-1":1,"1-2":-1,"1-3":1.5,"x":1,"1-4":"1"},"__proto__":{"1-1":1},"Een":{"1-1":1},"leeg":{}}}';
  expect(parseSteps(JSON.parse(text))).toEqual({ wipes: 0, turns: { 'een-les': { '1-1': 1 } } });
});

const anyKept = fc.record({
  wipes: fc.integer({ min: 0, max: 2 }),
  turns: fc.dictionary(
    fc.constantFrom('een-les', 'twee', 'toestand'),
    fc.dictionary(fc.constantFrom('1-1', '1-2', '2-1'), fc.integer({ min: 1, max: 9 }), { minKeys: 1 }),
  ),
});

test('copies of tabs come together in any order, any number of times, and read as they were printed', () => {
  fc.assert(
    fc.property(anyKept, anyKept, anyKept, (a, b, c) => {
      const text = (kept: KeptSteps) => printSteps(kept);
      expect(text(mergeSteps(a, b))).toBe(text(mergeSteps(b, a)));
      expect(text(mergeSteps(a, mergeSteps(b, c)))).toBe(text(mergeSteps(mergeSteps(a, b), c)));
      expect(text(mergeSteps(a, a))).toBe(text(a));
      expect(parseSteps(JSON.parse(text(a)))).toEqual(a);
    }),
  );
});
