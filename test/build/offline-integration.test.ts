import { describe, expect, test } from 'vitest';
import { listBuild } from '../../src/build/offline-integration.ts';
import { html, siteFolder } from './site-folder.ts';

const SITE = {
  'index.html': html('<script type="module" src="/_astro/page.js"></script>'),
  '404.html': html('Niet gevonden'),
  'lessen/één/index.html': html('Les'),
  '_astro/page.js': 'import("./editor.js")',
  '_astro/editor.js': '',
  'pagefind/fragment/nl_0f53add.pf_fragment': '',
  'pagefind/pagefind.js': '',
  'pagefind/pagefind-ui.js': '',
  _headers: '/*\n  X-A: 1\n',
  'sw.js': '',
  'sitemap-0.xml': '',
  'robots.txt': '',
};
const pathsIn = (files: readonly (readonly string[])[]) => files.map(([path]) => path);

describe('the list of files for offline use', () => {
  test('pages and what they load at once; the rest later; what no reader needs never', async () => {
    const { list, later } = await listBuild(siteFolder(SITE), '/');
    expect(pathsIn(list.shell)).toEqual(['404.html', '_astro/page.js', '', 'lessen/%C3%A9%C3%A9n/']);
    expect(pathsIn(list.rest)).toEqual(['pagefind/pagefind.js', 'later.json']);
    expect(JSON.parse(later)).toEqual(['_astro/editor.js', 'pagefind/fragment/nl_0f53add.pf_fragment']);
  });

  test('a digest stands with each file whose name holds none', async () => {
    const { list } = await listBuild(siteFolder(SITE), '/');
    for (const [path, digest] of [...list.shell, ...list.rest]) {
      expect(digest === undefined, path).toBe(path.startsWith('_astro/'));
    }
  });

  test('the same files make the same build, any other file or header another', async () => {
    const id = async (files: Record<string, string>, base = '/') =>
      (await listBuild(siteFolder(files), base)).list.id;
    const first = await id(SITE);
    expect(await id(SITE)).toBe(first);
    expect(await id({ ...SITE, 'robots.txt': 'other' })).toBe(first);
    expect(await id({ ...SITE, '_astro/more.js': '' })).not.toBe(first);
    expect(await id({ ...SITE, '404.html': html('Weg') })).not.toBe(first);
    expect(await id({ ...SITE, _headers: '/*\n  X-A: 2\n' })).not.toBe(first);
    expect(await id(SITE, '/cursus/')).not.toBe(first);
  });
});
