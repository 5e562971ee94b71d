/** Tables in a lesson's own text: with large letters they are wider than a phone, and then a keyboard has to move them. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { pages, read } from './built-site.ts';

type Node = DefaultTreeAdapterTypes.Node;

const attributeOf = (node: Node, name: string) =>
  'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined;

/** @returns of each table that stands in prose itself, what its `tabindex` is */
function tablesIn(node: Node): (string | undefined)[] {
  if (!('childNodes' in node)) return [];
  const isProse =
    /\bprose\b/.test(attributeOf(node, 'class') ?? '') || attributeOf(node, 'data-until') !== undefined;
  return node.childNodes.flatMap((child) =>
    isProse && child.nodeName === 'table' ? [attributeOf(child, 'tabindex')] : tablesIn(child),
  );
}

test('every table in the text of a lesson can be gone to with Tab', () => {
  const found = pages
    .filter(({ file }) => file.startsWith('lessen/'))
    .flatMap(({ file }) => tablesIn(parse(read(file))).map((tabindex) => `${file}: ${tabindex}`));
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((one) => !one.endsWith(': 0'))).toEqual([]);
});
