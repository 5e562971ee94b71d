/** What holds for every page as it is served. */
import { describe, expect, test } from 'vitest';
import { deadLinks } from '../../src/build/links-integration.ts';
import { base, pages, read, root } from './built-site.ts';

/** Attributes and elements through which a page loads something by itself. */
const LOADS = new Map([
  ['script', ['src']],
  ['link', ['href']],
  ['img', ['src', 'srcset']],
  ['source', ['src', 'srcset']],
  ['iframe', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['object', ['data']],
  ['embed', ['src']],
]);
/** Kinds of `<link>` that name an address without loading it. */
const NAMES_ONLY = /^(canonical|alternate|sitemap|author|license|next|prev|me)$/;

test('there is a home page, a page for unknown addresses, and a lesson', () => {
  const files = pages.map(({ file }) => file);
  expect(files).toEqual(
    expect.arrayContaining(['index.html', '404.html', expect.stringMatching(/^lessen\/[^/]+\//)]),
  );
});

test('every link within the site leads somewhere', () => {
  expect(deadLinks(pages, root, base)).toEqual([]);
});

test('a lesson has its exercise before what there is to read elsewhere', () => {
  const both = pages.flatMap(({ file, path }) => {
    const text = path.startsWith('lessen/') ? read(file) : '';
    const exercise = text.search(/<h2 id="oefening"/);
    const elsewhere = text.search(/<h2 id="meer-lezen"/);
    return exercise === -1 || elsewhere === -1 ? [] : [{ file, isBefore: exercise < elsewhere }];
  });
  expect(both.length).toBeGreaterThan(15);
  expect(both.filter(({ isBefore }) => !isBefore)).toEqual([]);
});

describe.each(pages.map((page) => [page.file, page] as const))('%s', (_, page) => {
  const named = (name: string) => page.elements.filter((element) => element.name === name);

  test('is in Dutch', () => {
    expect(named('html').map(({ attributes }) => attributes.get('lang'))).toEqual(['nl']);
  });

  test('has one main heading, a title and, for who searches, a description', () => {
    expect(named('h1')).toHaveLength(1);
    expect(named('title')[0]?.text).toMatch(/\S/);
    if (page.file === '404.html') return;
    const descriptions = named('meta').filter(({ attributes }) => attributes.get('name') === 'description');
    expect(descriptions.map(({ attributes }) => attributes.get('content'))).toEqual([
      expect.stringMatching(/\S/),
    ]);
  });

  test('gives no id twice', () => {
    const ids = page.elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('loads nothing from another origin', () => {
    const foreign = page.elements.flatMap(({ name, attributes }) => {
      if (
        name === 'link' &&
        (attributes.get('rel') ?? '').split(/\s+/).every((kind) => NAMES_ONLY.test(kind))
      )
        return [];
      return (LOADS.get(name) ?? [])
        .flatMap((attribute) => (attributes.get(attribute) ?? '').split(/\s*,\s+/))
        .filter((address) => /^(https?:)?\/\//i.test(address));
    });
    expect(foreign).toEqual([]);
  });
});
