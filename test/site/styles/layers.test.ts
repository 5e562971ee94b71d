/** Where a rule belongs and what beats it can be told from the name of its folder. */
import { describe, expect, test } from 'vitest';
import { INDEX, sheets, withoutComments } from './sheets.ts';

const ORDER = 'ground/layers.css';
const order = sheets.find(({ path }) => path === ORDER)?.text ?? '';
const layers = [...withoutComments(order).matchAll(/functielab\.(\w+)/g)].map(([, layer = '']) => layer);
/** The sheets that a page loads: they import all others. */
const loaded = sheets.filter(({ path }) => !path.includes('/'));
const importedBy = (text: string) =>
  [...text.matchAll(/@import "\.\/([^"]+)"/g)].map(([, path = '']) => path);
const parts = sheets.filter((sheet) => sheet.path !== ORDER && !loaded.includes(sheet));

/** A folder's name is its layer's; in `ground/` each file has a layer of its own name. */
function layerOf(path: string): string {
  const [folder = '', file = ''] = path.split('/');
  return folder === 'ground' ? file.replace('.css', '') : folder;
}

test('every style sheet is imported once', () => {
  const imported = loaded.flatMap(({ text }) => importedBy(text)).filter((path) => path !== ORDER);
  expect(imported.sort()).toEqual(parts.map(({ path }) => path).sort());
});

test.each(loaded.map(({ path, text }) => [path, text] as const))(
  '%s begins with the order of the layers, and imports in that order',
  (_, text) => {
    const [first, ...rest] = importedBy(text);
    expect(first).toBe(ORDER);
    const places = rest.map((path) => layers.indexOf(layerOf(path)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  },
);

test('every layer has a style sheet', () => {
  const index = loaded.find(({ path }) => path === INDEX)?.text ?? '';
  expect([...new Set(importedBy(index).slice(1).map(layerOf))]).toEqual(layers);
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
    // What kind of value a property holds is true in every layer.
    const rules = outside.replace(/@property --[\w-]+/g, '');
    expect(rules.trim()).toBe(`@layer functielab.${layerOf(path)}`);
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
