import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readPages } from '../../src/build/html.ts';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import { pageAssets } from '../../src/build/page-assets.ts';
import { loadByLoaders, loaderOf } from '../../src/build/scripts-integration.ts';
import { ISLAND, LOAD } from './island-scripts.ts';
import { html, siteFolder } from './site-folder.ts';

const GUARD = fileURLToPath(new URL('../../src/site/shell/page-guard.ts', import.meta.url));
const module = (name: string) => `<script type="module" src="/cursus/_astro/${name}.js"></script>`;
const island = (name: string, client: string) =>
  `<astro-island component-url="/cursus/_astro/${name}.js" renderer-url="/cursus/_astro/client.js" client="${client}" props="{}">Deel</astro-island>`;
const SCRIPTS = {
  '_astro/a.js': 'import "./shared.js"',
  '_astro/b.js': '',
  '_astro/shared.js': '',
  '_astro/client.js': '',
  '_astro/part.js': 'import "./deep.js"',
  '_astro/deep.js': '',
  '_astro/later.js': '',
};

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

test('a page gets one loader at its end, and links to what starts with it', async () => {
  const charset = '<meta charset="utf-8">';
  const head = '<script>theme()</script>';
  const body = `${module('a')}<p>Hoi</p><script>${LOAD}</script><script>${ISLAND}</script>${island('part', 'load')}${island('later', 'visible')}${module('b')}`;
  const root = siteFolder({ ...SCRIPTS, 'index.html': html(body, charset + head) });
  expect(await loadByLoaders(root, '/cursus/')).toEqual({ pages: 1, loaders: 1 });

  const page = read(root, 'index.html');
  const guard = `<script>${await bundleInlineScript(GUARD)}</script>`;
  const runtime = /\/cursus\/_astro\/island-runtime\.[\w-]{8}\.js/.exec(page)?.[0] ?? '';
  const loader = loaderOf([runtime, '/cursus/_astro/a.js', '/cursus/_astro/b.js']);
  const links = [
    runtime,
    ...['a', 'b', 'shared', 'part', 'deep', 'client'].map((name) => `/cursus/_astro/${name}.js`),
  ];
  expect(page).toBe(
    html(
      `<p>Hoi</p>${island('part', 'load')}${island('later', 'visible')}<script>${loader}</script>`,
      charset + guard + head + links.map((href) => `<link rel="modulepreload" href="${href}">`).join(''),
    ),
  );
  const text = read(root, runtime.slice('/cursus/'.length));
  expect(text).toContain('["/cursus/_astro/client.js","/cursus/_astro/later.js","/cursus/_astro/part.js"]');
});

test('no name in it is made of the folder of the project', async () => {
  const part = (name: string) =>
    `<astro-island ${name}data-preact-island-id="1" component-url="/cursus/_astro/part.js" renderer-url="/cursus/_astro/client.js" client="load" props="{}">Deel</astro-island>`;
  const root = siteFolder({
    ...SCRIPTS,
    'index.html': html(
      `<script>${LOAD}</script><script>${ISLAND}</script>${part('uid="Z1UmHbr" ')}<astro-island uid="b">`,
    ),
  });
  await loadByLoaders(root, '/cursus/');
  expect(read(root, 'index.html')).toContain(part(''));
  // The only name that it has, stays.
  expect(read(root, 'index.html')).toContain('<astro-island uid="b">');
});

test('what a page loads by itself is the same afterwards, and the runtime', async () => {
  const body = `<script>${LOAD}</script><script>${ISLAND}</script>${island('part', 'load')}${module('a')}`;
  const root = siteFolder({ ...SCRIPTS, 'index.html': html(body) });
  const scripts = async () => {
    const [page] = readPages(root);
    return page ? [...(await pageAssets(page, root, '/cursus/')).scripts].sort() : [];
  };
  const before = await scripts();
  await loadByLoaders(root, '/cursus/');
  expect((await scripts()).filter((path) => !path.includes('island-runtime'))).toEqual(before);
  expect(await scripts()).toHaveLength(before.length + 1);
});

test('pages with the same modules have the same loader; a page without modules is left alone', async () => {
  const root = siteFolder({
    ...SCRIPTS,
    'index.html': html(`${module('a')}<p>Een</p>${module('b')}`),
    'twee/index.html': html(`<p>Twee</p>${module('a')}${module('b')}`),
    'drie/index.html': html(module('a')),
    'leeg/index.html': html('<p>Niets</p>'),
    'data/index.html': html('<script type="application/json">{}</script>'),
  });
  expect(await loadByLoaders(root, '/cursus/')).toEqual({ pages: 3, loaders: 2 });
  expect(read(root, 'leeg/index.html')).toBe(html('<p>Niets</p>'));
  expect(read(root, 'data/index.html')).toBe(html('<script type="application/json">{}</script>'));
});

test.each([
  ['<script src="/cursus/_astro/a.js"></script>', 'is no plain module'],
  ['<script type="module" async src="/cursus/_astro/a.js"></script>', 'is no plain module'],
  ['<script type="module">import "/cursus/_astro/a.js"</script>', 'imports'],
  ['<script>import("/cursus/_astro/a.js")</script>', 'imports'],
])('refuses a script that the policy would stop: %s', async (script, message) => {
  const root = siteFolder({ ...SCRIPTS, 'een/index.html': html(script) });
  const loading = loadByLoaders(root, '/cursus/');
  await expect(loading).rejects.toThrow('een/index.html: ');
  await expect(loading).rejects.toThrow(message);
});
