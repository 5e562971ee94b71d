import { expect, test } from 'vitest';
import { treeOf, visibleNodes } from '../../../src/playground/code/FileTree.tsx';

const PATHS = ['server.js', 'lib/a.js', 'lib/diep/b.js', 'package.json', 'lib/c.js'];

test('folders stand where their first file stood, with all their files', () => {
  const names = visibleNodes(treeOf(PATHS), new Set()).map(({ path }) => path);
  expect(names).toEqual([
    'server.js',
    'lib',
    'lib/a.js',
    'lib/diep',
    'lib/diep/b.js',
    'lib/c.js',
    'package.json',
  ]);
});

test('what lies in a closed folder is not there', () => {
  const names = visibleNodes(treeOf(PATHS), new Set(['lib'])).map(({ path }) => path);
  expect(names).toEqual(['server.js', 'lib', 'package.json']);
});
