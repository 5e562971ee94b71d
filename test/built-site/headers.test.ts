/** The security policy allows what stands in the pages, and no more. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from '../../src/build/headers-file.ts';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import { isScript } from '../../src/build/page-assets.ts';
import { inlineScripts, scriptHash } from '../../src/build/response-headers.ts';
import { COEP_VALUES } from '../../src/build/webcontainer-settings.ts';
import { base, pages, read } from './built-site.ts';

const headersOf = headersFor(parseHeadersFile(read('_headers')));
const policy = new Map(
  (headersOf(base).get('content-security-policy') ?? '').split(/;\s*/).map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);
const frameScript = await bundleInlineScript(
  fileURLToPath(new URL('../../src/host/browser/frame-main.ts', import.meta.url)),
);

const pageGuard = await bundleInlineScript(
  fileURLToPath(new URL('../../src/site/shell/page-guard.ts', import.meta.url)),
);

describe('the policy', () => {
  test('names the script of every page and of the sandbox by its hash', () => {
    const needed = [...inlineScripts(pages), frameScript].map(scriptHash);
    expect(policy.get('script-src')).toEqual(expect.arrayContaining(needed));
  });

  test('names no other script: what those add is trusted, and no address is', () => {
    const sources = policy.get('script-src') ?? [];
    const needed = [...inlineScripts(pages), frameScript].map(scriptHash);
    expect(sources.filter((source) => !needed.includes(source))).toEqual([
      "'strict-dynamic'",
      "'wasm-unsafe-eval'",
    ]);
  });

  test('has few scripts to name, since pages share their loaders', () => {
    expect(policy.get('script-src')?.length).toBeLessThan(15);
  });

  test('is helped by a guard, which is the first script of every page', () => {
    for (const { file, elements } of pages) {
      expect(elements.find(isScript)?.text, file).toBe(pageGuard);
    }
  });

  test('stops no script of a page: what is in no file is named, and no file stands in a page', () => {
    const withFile = pages.flatMap(({ file, elements }) =>
      elements.some((element) => isScript(element) && element.attributes.has('src')) ? [file] : [],
    );
    expect(withFile).toEqual([]);
  });

  test('talks to no other server than that of a WebContainer, to hear whether it is there', () => {
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(policy.get('frame-src'));
    expect(policy.get('object-src')).toEqual(["'none'"]);
  });

  test('frames no other site than a WebContainer, on any page', () => {
    for (const { path } of pages) {
      expect(
        headersOf(base + path)
          .get('content-security-policy')
          ?.match(/frame-src [^;]*/g),
      ).toEqual([
        "frame-src 'self' https://stackblitz.com https://*.webcontainer.io https://*.webcontainer-api.io",
      ]);
    }
  });

  test('lets a learning environment frame the course', () => {
    expect(policy.has('frame-ancestors')).toBe(false);
    expect(headersOf(base).has('x-frame-options')).toBe(false);
  });
});

test('files with a digest in their name are kept, pages are not', () => {
  expect(headersOf(`${base}_astro/a.js`).get('cache-control')).toContain('immutable');
  expect(headersOf(`${base}lessen/een/`).get('cache-control')).toBeUndefined();
});

describe('isolation', () => {
  const isolation = (path: string) => [
    headersOf(base + path).get('cross-origin-opener-policy'),
    headersOf(base + path).get('cross-origin-embedder-policy'),
  ];
  const coep = process.env.WEBCONTAINER_COEP ?? COEP_VALUES[0];

  const offersContainer = pages.filter(({ elements }) =>
    elements.some(
      ({ name, attributes }) =>
        name === 'input' && attributes.get('type') === 'radio' && attributes.get('value') === 'webcontainer',
    ),
  );

  test('is where a reader can choose WebContainer: in lessons and in exercises', () => {
    for (const folder of ['lessen/', 'oefeningen/']) {
      expect(offersContainer.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
    }
    for (const { path } of offersContainer) expect(isolation(path), path).toEqual(['same-origin', coep]);
  });

  test('is the same on every other page, so that a visit stays in one process', () => {
    for (const { path } of pages) expect(isolation(path), path).toEqual(['same-origin', coep]);
    expect(isolation('weg/')).toEqual(['same-origin', coep]);
  });

  test('lets the search start its worker', () => {
    expect(read('pagefind/pagefind.js')).toContain('pagefind-worker.js');
    expect(read('pagefind/pagefind-worker.js')).not.toBe('');
    expect(isolation('pagefind/pagefind-worker.js')).toEqual(['same-origin', coep]);
  });

  test('tells StackBlitz which site this is, and nobody which lesson', () => {
    expect(headersOf(base).get('referrer-policy')).toBe('strict-origin');
  });
});
