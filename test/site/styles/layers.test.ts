/** Where a rule belongs and what beats it can be told from the name of its folder. */
import { describe, expect, test } from 'vitest';
import { INDEX, sheets, withoutComments } from './sheets.ts';

const index = sheets.find(({ path }) => path === INDEX)?.text ?? '';
const layers = [...withoutComments(index).matchAll(/functielab\.(\w+)/g)].map(([, layer = '']) => layer);
const imported = [...index.matchAll(/@import "\.\/([^"]+)"/g)].map(([, path = '']) => path);
const parts = sheets.filter(({ path }) => path !== INDEX);

/** A folder's name is its layer's; in `ground/` each file has a layer of its own name. */
function layerOf(path: string): string {
  const [folder = '', file = ''] = path.split('/');
  return folder === 'ground' ? file.replace('.css', '') : folder;
}

test('every style sheet is imported once', () => {
  expect([...imported].sort()).toEqual(parts.map(({ path }) => path).sort());
});

test('the style sheets are imported in the order of their layers', () => {
  const order = imported.map((path) => layers.indexOf(layerOf(path)));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('every layer has a style sheet', () => {
  expect([...new Set(imported.map(layerOf))]).toEqual(layers);
});

describe.each(parts.map(({ path, text }) => [path, text] as const))('%s', (path, text) => {
  test('begins with a sentence that says what it is for', () => {
    expect(text).toMatch(/^\/\*\s[^/]*?[a-z]{3,}[^/]*?\.\s/);
  });

  test('is one block of its own layer', () => {
    const outside = withoutComments(text).replace(
      /\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}/g,
      '',
    );
    expect(outside.trim()).toBe(`@layer functielab.${layerOf(path)}`);
  });
});

test('no style sheet has more than 320 lines', () => {
  const long = sheets.filter(({ text }) => text.split('\n').length > 320).map(({ path }) => path);
  expect(long).toEqual([]);
});

test('the arrangement changes only at the widths that the tokens list', () => {
  const tokens = sheets.find(({ path }) => path === 'ground/tokens.css')?.text ?? '';
  const [comment = ''] = /\/\*[\s\S]*?\*\//.exec(tokens) ?? [];
  const widthsIn = (line: string) =>
    new Set([...line.matchAll(/([\d.]+rem)/g)].map(([, width = '']) => width));
  const listed = {
    media: widthsIn(/window[\s\S]*?(?=playground)/.exec(comment)?.[0] ?? ''),
    container: widthsIn(/playground .*/.exec(comment)?.[0] ?? ''),
  };
  const used = { media: new Set<string>(), container: new Set<string>() };
  for (const { text } of parts) {
    for (const [, kind, width = ''] of text.matchAll(/@(media|container)[^{]*-width: ([\d.]+rem)/g)) {
      used[kind === 'media' ? 'media' : 'container'].add(width);
    }
  }
  expect(used).toEqual(listed);
});
