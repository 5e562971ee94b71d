/** A page, a style and a script of the built site, made independent of where they live. */
import { describe, expect, test } from 'vitest';
import { relativeFile, relativePath } from '../../../src/scorm/package/relative-page.ts';
import { isInPackage } from '../../../src/scorm/package/site-list.ts';

const files = new Set([
  'index.html',
  'lessen/een/index.html',
  'begrippen/index.html',
  '_astro/a.js',
  '_astro/b.css',
  '_astro/c.woff2',
]);
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"/>${head}</head><body>${body}</body></html>`;

describe.each(['/', '/cursus/'])('under %s', (base) => {
  const site = { base, files };
  const inLesson = (body: string, head = '') => relativeFile(page(body, head), 'lessen/een/index.html', site);

  test('addresses become relative, in pages, styles and scripts', () => {
    const home = relativeFile(page(`<a href="${base}lessen/een/#stap">een</a>`), 'index.html', site);
    expect(home).toContain('<a href="lessen/een/index.html#stap">');
    const lesson = inLesson(
      `<a href="${base}">thuis</a><a href=#stap>stap</a><div data-sheet="${base}_astro/b.css"></div><a href="../een/#x">weer</a><img alt="a > b" src="${base}_astro/a.js">`,
      `<style>@font-face{src:url("${base}_astro/c.woff2")}</style><link rel="stylesheet" href="${base}_astro/b.css">`,
    );
    expect(lesson).toContain('<a href="../../index.html">thuis</a><a href=#stap>');
    expect(lesson).toContain('<a href="index.html#x">weer</a>');
    expect(lesson).toContain('<img alt="a > b" src="../../_astro/a.js">');
    expect(lesson).toContain('<div data-sheet="../../_astro/b.css">');
    expect(lesson).toContain('url("../../_astro/c.woff2")');
    expect(lesson).toContain('href="../../_astro/b.css"');
    expect(lesson).toMatch(
      /<meta charset="utf-8"\/><script>globalThis\.functielabBase=new URL\("\.\.\/\.\.\/",/,
    );
    expect(relativeFile(`a{src:url(${base}_astro/c.woff2)}`, '_astro/b.css', site)).toBe(
      'a{src:url(c.woff2)}',
    );
  });

  test('a loader, a worker and what is fetched later begin at the base that the page found', () => {
    const lesson = inLesson(`<script>for(const src of ["${base}_astro/a.js"])x(src)</script>`);
    expect(lesson).toContain(
      '<script>for(const src of [(globalThis.functielabBase+"_astro/a.js")])x(src)</script>',
    );
    const script = `var p=function(e){return\`${base}\`+e},w=new Worker(new URL(\`${base}_astro/a.js\`,\`\`+import.meta.url)),h=\`/wie\`;`;
    expect(relativeFile(script, '_astro/a.js', site)).toBe(
      'var p=function(e){return(globalThis.functielabBase)+e},w=new Worker(new URL((globalThis.functielabBase+"_astro/a.js"),``+import.meta.url)),h=`/wie`;',
    );
  });

  test('in properties an address of the site changes, and what a function calls so does not', () => {
    const props = (href: string) =>
      `{&quot;href&quot;:[0,&quot;${href}&quot;],&quot;html&quot;:[0,&quot;&lt;a href=\\&quot;${base}begrippen/#x\\&quot;>&quot;]}`;
    const lesson = inLesson(
      `<astro-island component-url="${base}_astro/a.js" props="${props(`${base}lessen/een/`)}"></astro-island>`,
    );
    expect(lesson).toContain('component-url="../../_astro/a.js"');
    expect(lesson).toContain('&quot;href&quot;:[0,&quot;index.html&quot;]');
    expect(lesson).toContain('\\&quot;../../begrippen/index.html#x\\&quot;');
    for (const path of ['/', '/wie', '/kaarten/:id'])
      expect(inLesson(`<x-y props="${props(path)}"></x-y>`)).toContain(
        props(path).slice(0, 40 + path.length),
      );
  });

  test('what is for the site alone goes', () => {
    const lesson = inLesson(
      `<nav><a href="${base}lessen/een/">Lessen</a><a href="${base}docent/" data-site-only>Docent</a></nav><p data-site-only="true">Zie <a href="${base}docent/privacy/">x</a>.</p>`,
      `<link rel="canonical" href="https://x.test${base}"/><link rel="manifest" href="${base}m"><meta property="og:url" content="https://x.test/"/>`,
    );
    expect(lesson).toContain('<nav><a href="index.html">Lessen</a></nav></body>');
    expect(lesson).not.toMatch(/canonical|manifest|og:url/);
  });

  test('an address that leads nowhere, or can’t be made relative, stops the package', () => {
    expect(() => inLesson(`<a href="${base}weg/">x</a>`)).toThrow(
      `lessen/een/index.html: ${base}weg/ is not in the package`,
    );
    expect(() => relativeFile(`x="${base}_astro/weg.js"`, '_astro/a.js', site)).toThrow(
      '_astro/weg.js is not in the package',
    );
    expect(() => relativeFile(`x=\`${base}_astro/\${y}\``, '_astro/a.js', site)).toThrow(
      /^_astro\/a\.js: this address can't be made relative/,
    );
  });
});

test('the way from one file to another', () => {
  expect(relativePath('a/b/c.html', 'a/d.js')).toBe('../d.js');
  expect(relativePath('a.html', 'b/c.js')).toBe('b/c.js');
  expect(relativePath('a/b.html', 'a/b.html')).toBe('b.html');
});

test('what is for hosts and for teachers stays out', () => {
  for (const file of [
    '_headers',
    'sw.js',
    'icons/icon-192.png',
    'docent/index.html',
    'docent/pakket.json',
    'oefeningen/alle.json',
    'sitemap-0.xml',
    'manifest.webmanifest',
  ]) {
    expect(isInPackage(file)).toBe(false);
  }
  for (const file of ['index.html', 'lessen/een/index.html', '_astro/a.js', 'voorbeelden/foto.jpg']) {
    expect(isInPackage(file)).toBe(true);
  }
});
