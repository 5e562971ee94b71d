/**
 * Spaces around code and stress in running text. The build drops the end of a line after which an element begins, so that two
 * words can become one; nobody sees that in the source.
 */
import { expect, test } from 'vitest';
import { pages, read } from './built-site.ts';

/** A word or a mark that needs a space after it, and then code or stress without that space. */
const GLUED = /[\p{L}\d.,;:!?)]<(?:code|strong|em)\b[^>]*>[^<]{1,30}/gu;

test('a word never sticks to the code or the stressed words after it', () => {
  const glued = pages.flatMap(({ file }) =>
    [...read(file).matchAll(GLUED)].map(([text]) => `${file}: ${text}`),
  );
  expect(glued).toEqual([]);
});
