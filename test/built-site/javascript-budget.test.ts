/**
 * A page may load 61 KB of JavaScript (gzip) before its reader does anything. That counts what stands in the
 * page, the files it loads by itself with what they import, and what the service worker fetches at installation.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBuildList } from '../../src/build/offline-integration.ts';
import { pageAssets } from '../../src/build/page-assets.ts';
import { base, pages, read, root } from './built-site.ts';

/**
 * The last of them is for a receipt that is never lost: what merges visits, tariff and read marks is on every page. Some bytes
 * have to be left: the names of files have hashes in them, which no two builds squeeze alike.
 */
const BUDGET_BYTES = 61 * 1_024;

const gzipBytes = (text: string) => gzipSync(text).length;
const worker = read('sw.js');
const keptAtInstallation = readBuildList(worker)
  .shell.map(([path]) => path)
  .filter((path) => path.endsWith('.js'));

describe('JavaScript before the first touch', () => {
  test.each(pages.map((page) => [page.file, page] as const))('%s', async (_, page) => {
    const { scripts, inlineScripts } = await pageAssets(page, root, base);
    const files = new Set([...scripts, ...keptAtInstallation]);
    const bytes = [...[...files].map(read), ...inlineScripts, worker].map(gzipBytes);
    expect(bytes.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  });
});
