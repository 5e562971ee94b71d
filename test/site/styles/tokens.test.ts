/** A property that nobody sets makes its whole line of CSS void, without a word: a focus ring was lost so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../../src', import.meta.url));
/** Set by what draws a font or colours code, and by the shell that we restyle. */
const SET_ELSEWHERE = /^--(font-next|code-|sl-|astro-|shiki-)/;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(css|astro|tsx?)$/.test(file))
  .map((file) => [file, readFileSync(join(SRC, file), 'utf8')] as const);
const defined = new Set(
  files.flatMap(([, text]) =>
    [...text.matchAll(/['"\s{;](--[a-z][\w-]*)['"]?\s*[:,]/g)].map(([, name]) => name),
  ),
);

test('every custom property that a style uses is set somewhere', () => {
  const unset = files
    .filter(([file]) => file.endsWith('.css'))
    .flatMap(([file, text]) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !defined.has(name) && !SET_ELSEWHERE.test(name))
        .map((name) => `${file}: ${name}`),
    );
  expect(unset).toEqual([]);
});
