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

/** Words that give a prediction away: they are not between the question and the end of its experiment, nor open below it. */
const GIVES_AWAY = [
  ['25-alles-bij-elkaar.mdx', 'een-druk-uur', 'bij zware, gelijkmatige drukte is het andersom'],
  ['25-alles-bij-elkaar.mdx', 'na-de-piek', 'naar nul'],
] as const;

test.each(GIVES_AWAY)('%s: what answers %s is not in sight under it', (file, id, words) => {
  const text = readFileSync(`${LESSONS}/${file}`, 'utf8');
  const below = text.slice(text.indexOf(`<Predict id="${id}" />`));
  const answered = below.indexOf(words);
  expect(answered).toBeGreaterThan(0);
  const between = below.slice(0, answered);
  expect([`<UntilPredicted id="${id}">`, '</Try>'].some((tag) => between.includes(tag))).toBe(true);
});

test('the steps of an experiment do not say how it comes out', () => {
  const text = readFileSync(`${LESSONS}/27-testen-wat-je-uitrolt.mdx`, 'utf8');
  const [, below = ''] = text.split('<Predict id="vijf-via-aws" />');
  const [experiment = ''] = below.split('</Try>');
  expect(experiment).toContain('bij `aws`');
  expect(experiment).not.toMatch(/Eén voorbeeld/);
});
