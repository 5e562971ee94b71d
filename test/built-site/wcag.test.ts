/** What the built pages themselves show of WCAG 2.2; what needs a browser is in test/browser/wcag.test.ts. */
import { expect, test } from 'vitest';
import type { Page, PageElement } from '../../src/build/html.ts';
import { base, pages } from './built-site.ts';

const named = (page: Page, ...names: readonly string[]) =>
  page.elements.filter(({ name }) => names.includes(name));
const attribute = (element: PageElement | undefined, name: string) => element?.attributes.get(name);

test('there is no sound and no video, and nothing that refreshes a page', () => {
  for (const page of pages) {
    expect(named(page, 'audio', 'video', 'marquee', 'blink', 'object', 'embed'), page.file).toEqual([]);
    const refreshing = named(page, 'meta').filter(
      (one) => attribute(one, 'http-equiv')?.toLowerCase() === 'refresh',
    );
    expect(refreshing, page.file).toEqual([]);
  }
});

test('each page has a title of its own, in Dutch', () => {
  const titles = pages.map((page) => named(page, 'title').find(({ text }) => text !== '')?.text ?? '');
  expect(titles.filter((title) => title.trim() === '')).toEqual([]);
  const twice = titles.filter((title, at) => titles.indexOf(title) !== at);
  expect(twice).toEqual([]);
  for (const page of pages) expect(attribute(named(page, 'html')[0], 'lang'), page.file).toBe('nl');
});

test('each page has one main part, headings that skip no level, and a way past the menu', () => {
  for (const page of pages) {
    expect(named(page, 'main').length, page.file).toBe(1);
    const levels = named(page, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ name }) => Number(name[1]));
    const skipped = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
    expect([page.file, skipped]).toEqual([page.file, []]);
    const first = named(page, 'a')[0];
    expect([page.file, attribute(first, 'href')]).toEqual([page.file, '#_top']);
  }
});

test('a reader may make any page larger', () => {
  for (const page of pages) {
    const viewport = named(page, 'meta').find((one) => attribute(one, 'name') === 'viewport');
    expect(attribute(viewport, 'content'), page.file).not.toMatch(/user-scalable|maximum-scale/);
  }
});

/** Of the links in an element, where they lead. */
function linksIn(page: Page, isAround: (element: PageElement) => boolean): string[] {
  const around = page.elements.find(isAround)?.at;
  if (!around) return [];
  return named(page, 'a')
    .filter(({ at }) => at && at.start >= around.start && at.end <= around.end)
    .map((link) => attribute(link, 'href') ?? '');
}

test('what stands at the top and the bottom of a page stands there on each, in one order', () => {
  const tops = new Set<string>();
  const bottoms = new Set<string>();
  for (const page of pages) {
    const top = linksIn(page, ({ name }) => name === 'header');
    const bottom = linksIn(page, ({ name, attributes }) => name === 'footer' && attributes.has('class'));
    expect(top.length, page.file).toBeGreaterThan(3);
    tops.add(top.join(' '));
    // Before the links that every page has, a lesson has the way to the next one.
    const own = bottom.slice(bottom.indexOf(`${base}overzicht/`));
    expect(own.length, page.file).toBeGreaterThan(5);
    for (const path of ['bewezen/', 'toegankelijkheid/']) expect(own, page.file).toContain(`${base}${path}`);
    bottoms.add(own.join(' '));
  }
  expect(tops.size).toBe(1);
  expect(bottoms.size).toBe(1);
});

/** Where a link or a file leads to a page that a reader has to be given. */
const GIVEN =
  /^(404\.html|opdracht\/|oefeningen\/eigen\/|docent\/(afdruk|oefening|nakijken|pakket|periode|lessen|privacy)|docent\/$)/;

test('every page is one or two links from the front page or the menu', () => {
  const byPath = new Map(pages.map((page) => [`${base}${page.path}`, page]));
  const from = (paths: Iterable<string>) =>
    new Set(
      [...paths].flatMap((path) => {
        const page = byPath.get(path);
        return page === undefined
          ? []
          : named(page, 'a').map((link) => (attribute(link, 'href') ?? '').replace(/[?#].*$/, ''));
      }),
    );
  const one = from([base]);
  const two = from(one);
  const far = [...byPath].filter(
    ([path, { file }]) => path !== base && !one.has(path) && !two.has(path) && !GIVEN.test(file),
  );
  expect(far.map(([path]) => path)).toEqual([]);
});
