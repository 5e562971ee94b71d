/**
 * No English in what a reader sees or hears. The shell of the site comes from Starlight and the search from
 * Pagefind; whatever they say that we forgot to translate is in this list, or looks like it.
 */
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/build/html.ts';
import { pageAssets } from '../../src/build/page-assets.ts';
import { base, pages, read, root } from './built-site.ts';

const ENGLISH = [
  'Section titled',
  'Skip to content',
  'Search',
  'Previous',
  'Next',
  'On this page',
  'Overview',
  'Select theme',
  'Select language',
  'Light',
  'Dark',
  'Copy',
  'Copied',
  'Close',
  'Clear',
  'Cancel',
  'Submit',
  'Reset',
  'Loading',
  'Edit page',
  'Last updated',
  'Page not found',
  'Not found',
  'Table of contents',
  'Toggle',
  'Expand',
  'Collapse',
  'Main navigation',
  'Breadcrumbs?',
  'Built with',
  'Note',
  'Caution',
  'Danger',
  'Warning',
  'Show more',
  'Load more',
  'No results',
  'Terminal window',
  'Untitled',
];
/** As whole words, and not as a part of a name such as `Next.js` or `x-search`. */
const english = new RegExp(`(?<![\\w.-])(${ENGLISH.join('|')})(?![\\w-]|\\.\\w)`, 'i');

/** Attributes that are read aloud, shown on hovering, or shown in an empty field. */
const SPOKEN = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
];

function spoken(page: Page): string[] {
  return page.elements.flatMap(({ name, attributes, text }) => {
    const said = SPOKEN.flatMap((attribute) => attributes.get(attribute) ?? []);
    if (name === 'input' && /^(button|submit|reset)$/.test(attributes.get('type') ?? '')) {
      said.push(attributes.get('value') ?? '');
    }
    if (name === 'title') said.push(text);
    if (
      name === 'meta' &&
      /^(og:)?(description|title)$/.test(attributes.get('name') ?? attributes.get('property') ?? '')
    ) {
      said.push(attributes.get('content') ?? '');
    }
    return said;
  });
}

describe.each(pages.map((page) => [page.file, page] as const))('%s', (_, page) => {
  test('shows no English', () => {
    expect(page.texts.filter((text) => english.test(text))).toEqual([]);
  });

  test('says no English', () => {
    expect(spoken(page).filter((text) => english.test(text))).toEqual([]);
  });

  test('loads no script with English for a reader in it', async () => {
    const { scripts, inlineScripts } = await pageAssets(page, root, base);
    // Words that mean something in code as well (`close`, `next`) cannot be told apart there; phrases can, but for
    // the text of HTTP status 404.
    const phrases = new RegExp(
      ENGLISH.filter((phrase) => phrase.includes(' ') && phrase !== 'Not found').join('|'),
      'i',
    );
    const found = [...scripts].filter((file) => phrases.test(read(file)));
    expect([...found, ...inlineScripts.filter((script) => phrases.test(script))]).toEqual([]);
  });
});

test('the list of English words finds what it should, and nothing in Dutch', () => {
  for (const text of ['Section titled “Koude start”', 'Search', 'search', 'Next →', 'Copy'])
    expect(text).toMatch(english);
  for (const text of ['Zoek', 'Volgende', 'Next.js', 'notitie', 'sluit', 'x-next', 'De research']) {
    expect(text).not.toMatch(english);
  }
});
