/**
 * A property that nobody sets makes its whole line of CSS void, without a word: a focus ring was lost so. One that
 * nobody uses is a promise about the look that nothing keeps.
 */
import { expect, test } from 'vitest';
import { sheets, source, withoutComments } from './sheets.ts';

/** Set by what draws a font. */
const SET_ELSEWHERE = /^--font-next/;
/** For those whose own style sheets read them: Starlight and the theme that colours code. */
const USED_ELSEWHERE = /^--(sl|code)-/;

const rules = sheets.map(({ path, text }) => ({ path, text: withoutComments(text) }));

function names(texts: readonly { readonly text: string }[], pattern: RegExp): string[] {
  return texts.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name = '']) => name));
}

const setInStyles = names(rules, /(?<=[{;\s])(--[a-z][\w-]*)\s*:/g);
/** As a key of a `style`, by `setProperty`, or in the text of a `style` that is added to; a quoted name anywhere else only reads. */
const setInSource = [
  ...names(
    source.filter(({ path }) => path.endsWith('.tsx')),
    /['"](--[a-z][\w-]*)['"]\]?\s*:/g,
  ),
  ...names(source, /setProperty\(\s*['"](--[a-z][\w-]*)['"]/g),
  ...names(source, /\};(--[a-z][\w-]*):\$\{/g),
];
const read = new Set([
  ...names([...rules, ...source], /var\((--[a-z][\w-]*)/g),
  ...names(source, /['"](--[a-z][\w-]*)['"](?!\]?\s*:)/g),
]);

test('every custom property that a style uses is set somewhere', () => {
  const set = new Set([...setInStyles, ...setInSource]);
  const unset = [...new Set(names([...rules, ...source], /var\((--[a-z][\w-]*)/g))].filter(
    (name) => !set.has(name) && !SET_ELSEWHERE.test(name),
  );
  expect(unset).toEqual([]);
});

test('every custom property that is set is used somewhere', () => {
  const unused = [...new Set([...setInStyles, ...setInSource])].filter(
    (name) => !read.has(name) && !USED_ELSEWHERE.test(name),
  );
  expect(unused).toEqual([]);
});

test('the readers of properties see what they should', () => {
  expect(read).toContain('--card');
  expect(setInStyles).toContain('--card');
  expect(setInSource).not.toContain('--card');
  expect(setInSource).toContain('--line');
});

test('a solid colour is written once, among the tokens', () => {
  const loose = rules
    .filter(({ path }) => path !== 'ground/tokens.css')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/#(?:[0-9a-f]{3}|[0-9a-f]{6})\b/gi)].map(([colour]) => `${path}: ${colour}`),
    );
  expect(loose).toEqual([]);
});

test('text has one of the sizes of the tokens wherever the tokens have its size', () => {
  const tokens = rules.find(({ path }) => path === 'ground/tokens.css')?.text ?? '';
  const sizes = new Set([...tokens.matchAll(/--step-[\w-]+: ([\d.]+rem)/g)].map(([, size = '']) => size));
  const written = rules
    .filter(({ path }) => path !== 'ground/tokens.css')
    .flatMap(({ path, text }) =>
      [...text.matchAll(/font(?:-size)?:\s*(?:\d+ )?([\d.]+rem)/g)].map(
        ([, size = '']) => [path, size] as const,
      ),
    );
  expect(sizes.size).toBeGreaterThan(5);
  expect(written.filter(([, size]) => sizes.has(size))).toEqual([]);
});
