import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder, readPackages } from '../../src/build/shipped-packages.ts';
import { siteFolder } from './site-folder.ts';

test.each([
  ['/p/node_modules/preact/dist/preact.module.js', '/p/node_modules/preact'],
  ['/p/node_modules/@preact/signals/dist/signals.mjs?v=1', '/p/node_modules/@preact/signals'],
  ['/p/node_modules/a/node_modules/b/index.js', '/p/node_modules/a/node_modules/b'],
  ['\0/p/node_modules/loupe/index.js?commonjs-module', '/p/node_modules/loupe'],
  ['C:\\p\\node_modules\\idb\\build\\index.js', 'C:/p/node_modules/idb'],
])('%j is a file of a package', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test.each([
  '/p/src/kit/dates.ts',
  '\0rolldown/runtime.js',
  '/p/node_modules/.vite/deps/a.js',
  '/p/node_modules/.astro/x',
])('%j is not', (id) => {
  expect(packageFolder(id)).toBeNull();
});

test('a package is told with its licence, the text of it, and where it lives', () => {
  const root = siteFolder({
    'node_modules/b/package.json': JSON.stringify({
      name: 'b',
      version: '2.0.0',
      license: 'MIT',
      repository: { url: 'git+https://github.com/een/b.git' },
    }),
    'node_modules/b/LICENSE.md': 'Copyright b\r\n\r\nText\n\n# Licenses of bundled dependencies\nother',
    'node_modules/@a/a/package.json': JSON.stringify({
      name: '@a/a',
      version: '1.0.0',
      license: 'OFL-1.1',
      homepage: 'https://a.example/',
      repository: 'een/a',
    }),
  });
  const folders = ['b', '@a/a', 'b'].map((name) => join(root, 'node_modules', name));
  expect(readPackages(folders)).toEqual([
    { name: '@a/a', version: '1.0.0', licence: 'OFL-1.1', homepage: 'https://a.example/', text: null },
    {
      name: 'b',
      version: '2.0.0',
      licence: 'MIT',
      homepage: 'https://github.com/een/b',
      text: 'Copyright b\n\nText',
    },
  ]);
});

test('a package without a licence may not be passed on, and the build stops', () => {
  const root = siteFolder({ 'node_modules/c/package.json': '{"name":"c","version":"1.0.0"}' });
  expect(() => readPackages([join(root, 'node_modules/c')])).toThrow(/hier staat geen licentie/);
});
