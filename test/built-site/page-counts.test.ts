/**
 * How the pages that are no lesson read, counted as the lessons are: the length of their sentences. Pages that are lists of facts
 * (prices, words of the field, a term week by week) have no running text, and those of few sentences are counted together.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { sentencesIn, wordsIn } from '../course/reading/measures.ts';
import { wrongOf } from '../course/reading/page-text.ts';
import { root } from './built-site.ts';

const LONG = [
  'over/',
  'maand/',
  'eigen-rekening/',
  'licenties/',
  'docent/nakijken/',
  'docent/pakket/',
  'docent/privacy/',
];
const SHORT = [
  '',
  'docent/',
  'docent/oefening/',
  'docent/privacy/nederland/',
  'docent/privacy/vlaanderen/',
  'herhaal/',
  'koude-starts/',
  'verkeer/',
  'voortgang/',
  'werkplaats/',
];

type Node = DefaultTreeAdapterTypes.ChildNode;
const NO_TEXT = /^(script|style|noscript|nav|footer|table|astro-island|button|form|pre|ol)$/;

/** Numbered lists are steps or sources. A piece of code is one word, and the bold words that an item opens with are its heading. */
function textOf(node: Node): string {
  if ('value' in node) return node.value;
  if (node.nodeName === 'code') return 'x1';
  if (!('childNodes' in node) || NO_TEXT.test(node.nodeName)) return '';
  return node.childNodes
    .map((child, at) => {
      const text = textOf(child);
      return at <= 1 && child.nodeName === 'strong' && /[.:]$/.test(text.trim()) ? '' : text;
    })
    .join('');
}

function paragraphsIn(node: Node): string[] {
  if (!('childNodes' in node) || NO_TEXT.test(node.nodeName)) return [];
  const isWhole = !node.childNodes.some(({ nodeName }) => /^(p|ul|ol|h2)$/.test(nodeName));
  if (/^(p|li|dd)$/.test(node.nodeName) && isWhole) return [textOf(node).replaceAll(/\s+/g, ' ').trim()];
  return node.childNodes.flatMap(paragraphsIn);
}

function find(node: Node, name: string): Node | undefined {
  if (node.nodeName === name) return node;
  return 'childNodes' in node
    ? node.childNodes.map((child) => find(child, name)).find((found) => found !== undefined)
    : undefined;
}

/** What has no end is a link or a label, and no sentence. */
const paragraphsOf = (path: string): string[] =>
  parse(readFileSync(join(root, path, 'index.html'), 'utf8'))
    .childNodes.map((node) => find(node, 'main'))
    .flatMap((main) => (main ? paragraphsIn(main) : []))
    .filter((text) => /[.!?][)’\]\d]*$/.test(text) && wordsIn(text) > 3);

test.each(LONG)('%s reads as it should', (path) => {
  expect(wrongOf(paragraphsOf(path))).toEqual([]);
});

test('so do the pages of few sentences, together', () => {
  expect(wrongOf(SHORT.flatMap(paragraphsOf))).toEqual([]);
});

test('a page of many sentences is counted by itself', () => {
  const many = (path: string) => paragraphsOf(path).flatMap(sentencesIn).length > 15;
  expect(LONG.filter((path) => !many(path))).toEqual([]);
});
