/**
 * Each sentence of the README and each row of its tables, with the test that holds it, or with what it is instead of a promise. One
 * without a place, a place whose sentence has gone, and a test that no longer has its name are all a failure.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasTitle, type Promises, proofsOf, sentencesOfMarkdown, shareHeld } from './promises.ts';
import { AUTHORING } from './readme/authoring.ts';
import { ENGLISH } from './readme/english.ts';
import { MISTAKES } from './readme/mistakes.ts';
import { OFFERING } from './readme/offering.ts';
import { RUNNING } from './readme/running.ts';
import { TERMINAL } from './readme/terminal.ts';

const DUTCH = { ...RUNNING, ...AUTHORING, ...OFFERING, ...MISTAKES, ...TERMINAL };
const all = [...Object.values(DUTCH), ...Object.values(ENGLISH)];

describe.each<[file: string, chapters: Readonly<Record<string, Promises>>]>([
  ['README.md', DUTCH],
  ['README.en.md', ENGLISH],
])('%s', (file, listed) => {
  const chapters = sentencesOfMarkdown(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

  test('has the chapters that are listed here, and no other', () => {
    expect([...chapters.keys()].toSorted()).toEqual(Object.keys(listed).toSorted());
  });

  test.each(Object.entries(listed))(
    '%s says what is listed here, no more and no less',
    (chapter, promises) => {
      expect(chapters.get(chapter)?.toSorted()).toEqual(Object.keys(promises).toSorted());
    },
  );
});

describe('what holds it', () => {
  const proofs = new Map(all.flatMap(proofsOf).map((proof) => [proof.join(': '), proof]));

  test.each([...proofs.values()])('%s: %s', (file, title) => {
    expect(hasTitle([file, title]), `${file} has no test "${title}"`).toBe(true);
  });

  test('is a test for most of it', () => {
    expect(shareHeld(Object.assign({}, ...all))).toBeGreaterThan(0.6);
  });
});
