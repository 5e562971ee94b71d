import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/build/html.ts';
import { cssUrls, pageAssets } from '../../src/build/page-assets.ts';
import { html, siteFolder } from './site-folder.ts';

describe('what a page loads by itself', () => {
  test('scripts with what they import, islands that start alone, styles with their fonts', async () => {
    const root = siteFolder({
      '_astro/page.js': 'import{a}from"./shared.js";import("./later.js");a()',
      '_astro/shared.js': 'export*from"./deep.js"',
      '_astro/deep.js': 'export const a=()=>import.meta.url',
      '_astro/later.js': '',
      '_astro/island.js': 'import"./shared.js"',
      '_astro/on-touch.js': '',
      '_astro/style.css': '@font-face{src:url(./fonts/a.woff2)}',
    });
    const page = readPage(
      'lessen/een/index.html',
      html(
        `<script type="module" src="/cursus/_astro/page.js"></script><script>const a = 1</script>
         <astro-island component-url="/cursus/_astro/island.js" client="idle"></astro-island>
         <astro-island component-url="/cursus/_astro/on-touch.js" client="interaction"></astro-island>
         <img src="/cursus/plaat.png" srcset="/cursus/groot.png 2x" alt="">`,
        '<link rel="stylesheet" href="/cursus/_astro/style.css"><link rel="canonical" href="https://x.nl/">',
      ),
    );
    const { scripts, others, inlineScripts } = await pageAssets(page, root, '/cursus/');
    expect([...scripts].sort()).toEqual([
      '_astro/deep.js',
      '_astro/island.js',
      '_astro/page.js',
      '_astro/shared.js',
    ]);
    expect([...others].sort()).toEqual([
      '_astro/fonts/a.woff2',
      '_astro/style.css',
      'groot.png',
      'plaat.png',
    ]);
    expect(inlineScripts).toEqual(['const a = 1']);
  });

  test('a font for other letters than ours stays out', () => {
    const css = `@font-face{src:url(latin.woff2);unicode-range:U+0000-00FF,U+0131}
      @font-face{src:url("greek.woff2");unicode-range:U+0370-03FF} .a{background:url('a.svg')} .b{fill:url(#g)}`;
    expect(cssUrls(css)).toEqual(['latin.woff2', 'a.svg']);
  });
});
