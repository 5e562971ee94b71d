/** A page may load 25 KB of styles (gzip). */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { base, pages, read } from './built-site.ts';

const BUDGET_BYTES = 25 * 1_024;

test.each(pages.map(({ file }) => [file] as const))('%s', (file) => {
  const sheets = [...read(file).matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
    ([, href = '']) => read(href.slice(base.length)),
  );
  const inPage = [...read(file).matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
  expect(sheets.length).toBeGreaterThan(0);
  const bytes = [...sheets, ...inPage].map((css) => gzipSync(css).length);
  expect(bytes.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
});
