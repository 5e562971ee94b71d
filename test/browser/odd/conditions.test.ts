/** Each condition is what its name says: else a path would be walked under none, and pass. */
import { expect, inject, onTestFinished, test } from 'vitest';
import {
  CONDITIONS as ALL,
  type ConditionName,
  SHORT,
  testSettings,
} from '../../../src/cli/test-settings.ts';
import { Reader } from '../families/reader.ts';
import { CONDITIONS, conditionNamesOf } from './conditions/index.ts';
import { LEFT_OUT } from './left-out.ts';

/** Of an ordinary visit, and of one under the condition: an expression, and what it says after a press. */
const SIGNS: Readonly<
  Record<Exclude<ConditionName, 'slowed'>, readonly [expression: string, says: unknown]>
> = {
  narrow: ['innerWidth', 320],
  'large-text': ['getComputedStyle(document.documentElement).fontSize', '32px'],
  touch: ["matchMedia('(hover: none) and (pointer: coarse)').matches && navigator.maxTouchPoints > 0", true],
  'no-storage': [
    '(() => { try { return localStorage.length; } catch ({ name }) { return name; } })()',
    'SecurityError',
  ],
  framed: ['self !== top && location.ancestorOrigins[0] !== location.origin', true],
  clock: ['Math.abs(Math.round((Date.now() - performance.timeOrigin - performance.now()) / 60_000))', 0],
};

test('each condition has a sign, but for the slowed one, of which only time would tell', () => {
  const names = Object.keys(CONDITIONS).filter((name) => name !== 'slowed');
  expect(Object.keys(SIGNS).sort()).toEqual(names.sort());
});

test.for(testSettings().conditions.filter((name) => name !== 'slowed'))(
  'the condition %s is there',
  async (name) => {
    const family = await CONDITIONS[name]();
    onTestFinished(() => family.close());
    const tab = await family.newTab(() => undefined);
    const reader = new Reader(tab, inject('siteUrl'));
    await reader.open('');
    const [expression, says] = SIGNS[name];
    // The clock is put right by the press.
    if (name === 'clock') expect(await reader.evaluate(expression)).toBe(60);
    await reader.press('button', 'Voer uit');
    await expect.poll(() => reader.evaluate(expression)).toBe(says);
  },
);

test('a path is walked under what was asked for by name; drawn by the seed it is one, and each has its turn', () => {
  const path = 'one that nothing is left out of';
  expect(conditionNamesOf(path, { ...SHORT, conditions: ['narrow', 'touch'] })).toEqual(['narrow', 'touch']);
  const drawn = Array.from({ length: 200 }, (_, seed) =>
    conditionNamesOf(path, { ...SHORT, seed, conditions: ALL, drawsCondition: true }),
  );
  expect(drawn.every((names) => names.length === 1)).toBe(true);
  expect(new Set(drawn.flat())).toEqual(new Set(ALL));
  const [leftOut] = LEFT_OUT;
  const kept = drawn.map((_, seed) =>
    conditionNamesOf(leftOut?.path ?? '', { ...SHORT, seed, conditions: ALL, drawsCondition: true }),
  );
  expect(kept.flat()).not.toContain(leftOut?.under);
});
