/** The whole built site, made relative: nothing in it leads out of the package, or to a file that is not there. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../../src/build/html.ts';
import { SITE_LIST, type SiteList } from '../../src/scorm/package/site-list.ts';
import { relativeSite, type SiteFiles } from '../../src/scorm/package/zip-package.ts';
import { root as DIST } from './built-site.ts';

const list = () => JSON.parse(readFileSync(join(DIST, SITE_LIST), 'utf8')) as SiteList;
let site: SiteFiles;
beforeAll(async () => {
  site = await relativeSite(list(), (file) => readFile(join(DIST, file)));
});
const textOf = (file: string) => strFromU8(site.get(file) ?? new Uint8Array());
const pages = () => [...site.keys()].filter((file) => file.endsWith('.html'));
const ADDRESSES = ['href', 'src', 'component-url', 'renderer-url', 'before-hydration-url'];

/** Of one page, every address that leads to no file of the package. */
function deadIn(file: string): string[] {
  return readPage(file, textOf(file)).elements.flatMap(({ name, attributes }) =>
    ADDRESSES.flatMap((attribute) => {
      const address = attributes.get(attribute);
      if (address === undefined || /^([a-z]+:|#|$)/.test(address)) return [];
      const [path = ''] = address.split(/[?#]/);
      const target = posix.join(posix.dirname(file), decodeURI(path));
      return site.has(target) ? [] : [`${file}: <${name} ${attribute}="${address}">`];
    }),
  );
}

describe('a package of this build', () => {
  test('has the pages of students, and those of teachers not', () => {
    expect(pages()).toContain('index.html');
    expect(pages().filter((file) => file.startsWith('lessen/')).length).toBeGreaterThan(15);
    expect([...site.keys()].filter((file) => /^(docent|icons)\/|^sw\.js$|^_headers$/.test(file))).toEqual([]);
  });

  test('every address in a page leads to a file of the package', () => {
    expect(pages().flatMap(deadIn)).toEqual([]);
  });

  test('in the properties of islands no address of the site is left', () => {
    const files = new Set(list().files);
    const left = pages().flatMap((file) =>
      [...textOf(file).matchAll(/&quot;(\/[^"&\s#?]+)/g)].flatMap(([, path = '']) =>
        files.has(`${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`) ? [`${file}: ${path}`] : [],
      ),
    );
    expect(left).toEqual([]);
  });

  test('no attribute is left that begins where the files of the build are on the site', () => {
    const left = pages().flatMap((file) =>
      readPage(file, textOf(file)).elements.flatMap(({ name, attributes }) =>
        [...attributes].flatMap(([attribute, value]) =>
          value.startsWith('/_astro/') ? [`${file}: <${name} ${attribute}="${value}">`] : [],
        ),
      ),
    );
    expect(left).toEqual([]);
  });

  test('scripts know the base from the page alone', () => {
    const scripts = [...site.keys()].filter((file) => file.endsWith('.js') && file.startsWith('_astro/'));
    const asked = scripts.filter((file) => textOf(file).includes('functielabBase'));
    // The paths, Vite's helper and what starts the islands at least.
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(scripts.filter((file) => /["'`]\/_astro\//.test(textOf(file)))).toEqual([]);
    const helpers = scripts.filter((file) => /\breturn\s?["'`]\/["'`]\+/.test(textOf(file)));
    expect(helpers).toEqual([]);
  });

  test('each page carries a policy that names its scripts, and finds its base before anything else', () => {
    for (const file of pages()) {
      const { elements } = readPage(file, textOf(file));
      const policy = elements.find(
        ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
      );
      expect(policy?.attributes.get('content'), file).toContain("script-src 'strict-dynamic'");
      const [first] = elements.filter(({ name }) => name === 'script');
      expect(first?.text, file).toMatch(/^globalThis\.functielabBase=/);
    }
  });
});
