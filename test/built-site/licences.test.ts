/** The page of licences tells of everything that others made and a reader gets, and of nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../src/build/html.ts';
import { versionOf } from '../../src/build/site-facts.ts';
import { pages, read, root } from './built-site.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const page = pages.find(({ file }) => file === 'licenties/index.html');
const html = read('licenties/index.html');
const scripts = filesIn(root).filter(
  (file) => /\.(js|css|html)$/.test(file) && file !== 'licenties/index.html',
);
const everything = scripts.map(read).join('\n');

const hasRow = (name: string) => new RegExp(`<th scope="row">\\s*<code>(?:<a [^>]*>)?${name}</`).test(html);

/** What a package leaves in the files that it ends up in, whatever a minifier does. */
const TRACES: readonly (readonly [name: string, trace: string])[] = [
  ['@codemirror/view', 'cm-activeLine'],
  ['@xterm/xterm', 'xterm-helper-textarea'],
  ['@webcontainer/api', 'webcontainer-api.io'],
  ['@astrojs/starlight', '--sl-color-hairline'],
  ['uplot', 'u-over'],
  ['preact', '__H'],
  ['astro', 'astro-island'],
  ['pagefind', 'pagefind-worker.js'],
  ['vite', 'modulepreload'],
  ['zod', '~standard'],
];

describe('a package that is in the site is on the page', () => {
  test.each(TRACES)('%s', (name, trace) => {
    expect(everything).toContain(trace);
    expect(hasRow(name)).toBe(true);
  });

  test.each([
    '@fontsource-variable/atkinson-hyperlegible-next',
    '@fontsource-variable/atkinson-hyperlegible-mono',
  ])('%s', (name) => {
    expect(hasRow(name)).toBe(true);
  });
});

test.each(['typescript', 'vitest', 'playwright-core', '@biomejs/biome', 'parse5'])(
  '%s, which only builds or tests, is not on it',
  (name) => {
    expect(hasRow(name)).toBe(false);
  },
);

test('each licence that asks for its text has it there', () => {
  const text = page?.elements.filter(({ name }) => name === 'pre').map((element) => element.text) ?? [];
  expect(text.some((one) => one.includes('SIL OPEN FONT LICENSE'))).toBe(true);
  expect(text.some((one) => one.includes('Jason Miller'))).toBe(true);
  expect(text).toContain(readFileSync(join(PROJECT, 'LICENSE'), 'utf8').trim());
});

test('who offers the site can be asked, or the page says that nobody told how', () => {
  const words = page?.texts.join(' ').replaceAll(/\s+/g, ' ') ?? '';
  const { CONTACT } = process.env;
  if (CONTACT) expect(html).toContain(CONTACT);
  else expect(words).toContain('heeft geen adres voor vragen opgegeven');
});

describe('the foot of a page', () => {
  test.each(pages.map((one) => [one.file, one] as const))(
    '%s names the version and leads to the licences',
    (_, one) => {
      const words = one.texts.join(' ').replaceAll(/\s+/g, ' ');
      expect(words).toContain(`Functielab ${versionOf(PROJECT)}`);
      const links = one.elements.flatMap(({ attributes }) => attributes.get('href') ?? []);
      expect(links.some((href) => href.endsWith('/licenties/'))).toBe(true);
    },
  );
});
