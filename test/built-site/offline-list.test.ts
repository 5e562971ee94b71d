/** The service worker's list is the site: a file that is not in it does not work offline. */
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../src/build/html.ts';
import { isForReaders, readBuildList } from '../../src/build/offline-integration.ts';
import { pageAssets } from '../../src/build/page-assets.ts';
import { base, pages, read, root } from './built-site.ts';

const list = readBuildList(read('sw.js'));
const fileOf = ([path]: readonly [string, string?]) => decodeURI(path).replace(/(^|\/)$/, '$1index.html');
const shell = list.shell.map(fileOf);
const later = (JSON.parse(read('later.json')) as string[]).map((path) => fileOf([path]));
const rest = [...list.rest.map(fileOf), ...later];

describe('the list of files in sw.js', () => {
  test('has every file that a reader may need, once', () => {
    expect([...shell, ...rest].sort()).toEqual(filesIn(root).filter(isForReaders).sort());
  });

  test('has every page in the part that is kept at once, but for those of a teacher', () => {
    const kept = new Set(shell);
    const others = pages.map(({ file }) => file).filter((file) => !kept.has(file));
    expect(others.every((file) => file.startsWith('docent/'))).toBe(true);
    expect(rest).toEqual(expect.arrayContaining(others));
  });

  test.each(pages.map((page) => [page.file, page] as const))(
    'has what %s loads by itself there too',
    async (_, page) => {
      const { scripts, others } = await pageAssets(page, root, base);
      expect(shell).toEqual(expect.arrayContaining([...scripts, ...others]));
    },
  );

  test('belongs to this base', () => {
    expect(list.base).toBe(base);
  });
});
