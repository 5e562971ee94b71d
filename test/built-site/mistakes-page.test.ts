/** The page with every mistake that the guides name, as it was built. */
import { expect, test } from 'vitest';
import { placedMistakes } from '../support/mistakes-table.ts';
import { read } from './built-site.ts';

const page = read('docent/misvattingen/index.html');
const times = (part: string) => page.split(part).length - 1;

test('it has each mistake with a question, and with a prediction or what disproves it', () => {
  const all = placedMistakes();
  const shown = all.filter(({ mistake }) => mistake.shown !== undefined);
  expect(times('<dt')).toBe(all.length);
  expect(times('De vraag:')).toBe(all.length);
  expect(times('De voorspelling in ')).toBe(shown.length);
  expect(times('Wat het weerlegt:')).toBe(all.length - shown.length);
  expect(page).not.toMatch(/undefined|\[object/);
});
