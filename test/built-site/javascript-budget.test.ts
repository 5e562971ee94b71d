/**
 * A page may load 40 KB of JavaScript (gzip) before its reader does anything. That counts what stands in the page, the files it
 * loads by itself with what they import, and what the service worker fetches at installation. The first move of a reader may bring
 * 28 KB more.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/build/html.ts';
import { readBuildList } from '../../src/build/offline-integration.ts';
import { pageAssets } from '../../src/build/page-assets.ts';
import { base, pages, read, root } from './built-site.ts';

/** Some bytes have to be left: the names of files have hashes in them, which no two builds squeeze alike. */
const BUDGET_BYTES = 40 * 1_024;
const FIRST_MOVE_BYTES = 28 * 1_024;

const gzipBytes = (text: string) => gzipSync(text).length;
const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);
const worker = read('sw.js');
const keptAtInstallation = readBuildList(worker)
  .shell.map(([path]) => path)
  .filter((path) => path.endsWith('.js'));

/** The page as it is when its reader has moved: what waited for that has started. */
const touched = (page: Page): Page => ({
  ...page,
  elements: page.elements.map((element) =>
    element.attributes.get('client') === 'touch'
      ? { ...element, attributes: new Map(element.attributes).set('client', 'load') }
      : element,
  ),
});

describe('JavaScript', () => {
  test.each(pages.map((page) => [page.file, page] as const))('of %s', async (_, page) => {
    const { scripts, inlineScripts } = await pageAssets(page, root, base);
    const files = new Set([...scripts, ...keptAtInstallation]);
    const before = [...[...files].map(read), ...inlineScripts, worker].map(gzipBytes);
    expect(sumOf(before), 'before the first touch').toBeLessThanOrEqual(BUDGET_BYTES);

    const { scripts: afterMove } = await pageAssets(touched(page), root, base);
    const brought = [...afterMove].filter((file) => !files.has(file)).map((file) => gzipBytes(read(file)));
    expect(sumOf(brought), 'at the first move').toBeLessThanOrEqual(FIRST_MOVE_BYTES);
  });

  test('of a lesson comes in part at the first move', async () => {
    const lessons = pages.filter(({ path }) => path.startsWith('lessen/'));
    const waiting = lessons.filter(({ elements }) =>
      elements.some(({ attributes }) => attributes.get('client') === 'touch'),
    );
    expect(waiting.length).toBeGreaterThan(0);
    for (const page of waiting) {
      const early = await pageAssets(page, root, base);
      const all = await pageAssets(touched(page), root, base);
      expect(all.scripts.size, page.file).toBeGreaterThan(early.scripts.size);
    }
  });
});
