/** What is folded in until a prediction was made stands under that prediction, on the same page. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const LESSONS = fileURLToPath(new URL('../../../content/lessons', import.meta.url));

test('each fold comes after its prediction, and there are folds', () => {
  const folds = readdirSync(LESSONS).flatMap((file) => {
    const text = readFileSync(`${LESSONS}/${file}`, 'utf8');
    return [...text.matchAll(/<UntilPredicted id="([^"]+)">/g)].map(({ 1: id = '', index }) => {
      const asked = text.indexOf(`<Predict id="${id}" />`);
      return { at: `${file} ${id}`, isBelow: asked !== -1 && asked < index };
    });
  });
  expect(folds.length).toBeGreaterThan(0);
  expect(folds.filter(({ isBelow }) => !isBelow)).toEqual([]);
});
