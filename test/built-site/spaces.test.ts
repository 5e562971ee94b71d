/**
 * Spaces in running text. The build drops the end of a line after which an element begins, so that two words can become one;
 * nobody sees that in the source. And a line that ends between a number and its unit is read twice.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { pages, read } from './built-site.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** A word or a mark that needs a space after it, and then code or stress without that space. */
const GLUED = /[\p{L}\d.,;:!?)]<(?:code|strong|em)\b[^>]*>[^<]{1,30}/gu;

test('a word never sticks to the code or the stressed words after it', () => {
  const glued = pages.flatMap(({ file }) =>
    [...read(file).matchAll(GLUED)].map(([text]) => `${file}: ${text}`),
  );
  expect(glued).toEqual([]);
});

const BREAKS = /.{0,20}(?:\d (?:ms|s|KB|kB|MB|GB|GB-s|GHz|vCPU|%)(?![\p{L}\d])|[€$] \d).{0,10}/gu;

/** Text in paragraphs and lists that its author wrote, without code. */
function ownText(node: Node, isInProse = false): string[] {
  if (['code', 'pre', 'script', 'style', 'template'].includes(node.nodeName)) return [];
  const isProse =
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'class' && /\b(?:prose|step__text)\b/.test(value));
  return 'childNodes' in node
    ? node.childNodes.flatMap((child) => {
        if ('value' in child) return isInProse ? [child.value] : [];
        const isBlock = ['p', 'ul', 'ol', 'blockquote'].includes(child.nodeName);
        return ownText(child, isProse ? isBlock : isInProse);
      })
    : [];
}

test('in a lesson a number never stands on another line than its unit', () => {
  const lessons = pages.filter(({ file }) => file.startsWith('lessen/'));
  const texts = lessons.flatMap(({ file }) => ownText(parse(read(file))));
  expect(texts.filter((text) => /\d\u00A0ms/.test(text)).length).toBeGreaterThan(20);
  expect(texts.flatMap((text) => [...text.matchAll(BREAKS)].map(([found]) => found))).toEqual([]);
});
