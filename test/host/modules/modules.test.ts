/** A function's files before a host loads them: their imports, what these name, and what does not parse. */
import { describe, expect, test } from 'vitest';
import { mayImport, placeAt } from '../../../src/host/modules/imports.ts';
import { resolveSpecifier } from '../../../src/host/modules/resolve.ts';
import { locateSyntaxError } from '../../../src/host/modules/syntax-error.ts';

test('code that mentions no import needs no lexer', () => {
  expect(mayImport('export default () => new Response("x")')).toBe(false);
  expect(mayImport('export * from "./x.js"')).toBe(true);
  expect(mayImport('import"./x.js"')).toBe(true);
});

describe('placeAt', () => {
  test.each([
    [0, { line: 1, column: 1 }],
    [3, { line: 2, column: 1 }],
    [5, { line: 2, column: 3 }],
    [8, { line: 3, column: 2 }],
  ])('index %i', (index, place) => {
    expect(placeAt('a\r\nbcd\nef', index)).toEqual(place);
  });
});

describe('resolveSpecifier', () => {
  const texts = new Map([
    ['a.js', ''],
    ['lib/b.js', ''],
    ['lib/index.js', ''],
  ]);
  test.each([
    ['a.js', './lib/b.js', 'lib/b.js'],
    ['lib/b.js', '../a.js', 'a.js'],
    ['lib/b.js', './/./b.js', 'lib/b.js'],
  ])('from %s, %s is %s', (from, specifier, path) => {
    expect(resolveSpecifier(from, specifier, texts)).toMatchObject({ kind: 'file', path });
  });
  test('a folder is no file, but the file in it is named', () => {
    expect(resolveSpecifier('a.js', './lib', texts)).toMatchObject({
      code: 'IMPORT_NOT_FOUND',
      details: { meant: 'lib/index.js' },
    });
  });
});

describe('locateSyntaxError', () => {
  const locate = (texts: Record<string, string>) =>
    locateSyntaxError(Object.entries(texts).map(([path, text]) => ({ path, text })));

  test.each([
    ['const a = ;', 1, 11],
    ['let b;\nlet b;', 2, 5],
    ['f(\n', 2, 1],
    ['await 1;\nreturn 2;', 2, 1],
  ])('%j', (text, line, column) => {
    expect(locate({ 'a.js': text })).toEqual({ file: 'a.js', line, column });
  });

  test.each([
    [`import { x } from './b.js';`, 10],
    [`import x from './b.js';`, 8],
    [`export { x as y } from './b.js';`, 10],
    [`import { a, x as y } from './b.js';`, 13],
  ])('an export that is not there: %s', (text, column) => {
    const b = 'export const a = 1; export function f() {} export class C {} const q = 1; export { q as r };';
    expect(locate({ 'a.js': text, 'b.js': b })).toEqual({ file: 'a.js', line: 1, column });
  });

  test.each([
    `import { a, f, C, r } from './b.js';`,
    `import * as x from './b.js'; import './b.js';`,
    `import { anything } from './c.js';`,
    `for await (const x of []) {}\nimport.meta.url;`,
  ])('nothing wrong: %s', (text) => {
    const b = 'export const a = 1; export function f() {} export class C {} const q = 1; export { q as r };';
    expect(locate({ 'a.js': text, 'b.js': b, 'c.js': `export * from './b.js';` })).toBeNull();
  });
});
