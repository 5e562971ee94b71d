/** Of two choices of a tariff the later one holds, in every tab, and whatever lies in storage can be read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tariff } from '../../../src/till/prices/lab-tariff.ts';
import { laterChoice, NO_CHOICE, parseChoice, printChoice } from '../../../src/till/prices/stored-choice.ts';
import { LAB_TARIFF_NAME } from '../../../src/till/prices/tariff-choice.ts';
import { tariffName } from '../../../src/till/prices/tariff-name.ts';

const anyChoice = fc.record({
  id: fc.constantFrom('aws-lambda-x86-us-east-1', 'netlify-functions'),
  freeTier: fc.boolean(),
  atMs: fc.integer({ min: 1, max: 3 }),
});

test('the later choice holds, in whichever order and however often they are put together', () => {
  fc.assert(
    fc.property(anyChoice, anyChoice, anyChoice, (a, b, c) => {
      expect(laterChoice(a, b)).toEqual(laterChoice(b, a));
      expect(laterChoice(laterChoice(a, b), c)).toEqual(laterChoice(a, laterChoice(b, c)));
      expect(laterChoice(a, a)).toEqual(a);
      expect(laterChoice(a, NO_CHOICE)).toEqual(a);
      expect(laterChoice(a, b).atMs).toBe(Math.max(a.atMs, b.atMs));
    }),
  );
});

test('what was chosen comes back', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      expect(parseChoice(JSON.parse(printChoice(choice)))).toEqual(choice);
    }),
  );
});

test.each([
  null,
  [],
  'netlify-functions',
  { v: 1, id: 'netlify-functions', freeTier: 'ja', atMs: 1 },
  { v: 1, id: 'netlify-functions', freeTier: true },
  { v: 1, id: 'netlify-functions', freeTier: true, atMs: 1.5 },
  { v: 1, id: 'netlify-functions', freeTier: true, atMs: -1 },
  { v: 1, id: '__proto__', freeTier: true, atMs: 1 },
  { v: 1, id: ['netlify-functions'], freeTier: true, atMs: 1 },
  { v: 2, id: 'netlify-functions', freeTier: true, atMs: 1 },
])('%j is no choice', (value) => {
  expect(parseChoice(value)).toBeNull();
});

test('a page that bills nothing yet calls the lab’s tariff by its name', () => {
  expect(LAB_TARIFF_NAME).toBe(tariffName(tariff));
});
