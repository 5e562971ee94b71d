import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/kit/save-file.ts';

test.each([
  ['Takenlijst', 'takenlijst'],
  ['Café & thé: 2', 'cafe-the-2'],
  ['  -- 3 dingen --', 'dingen'],
  ['日本', 'functie'],
  ['../../weg', 'weg'],
  // Cut where a hyphen would be left at its end.
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('%j is %s', (name, expected) => {
  expect(fileNameOf(name, 'functie')).toBe(expected);
});
