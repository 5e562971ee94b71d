import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { headersFor } from '../../src/build/headers-file.ts';
import {
  canBootContainer,
  contentSecurityPolicy,
  headerRules,
  ISOLATED_ISLANDS,
  inlineScripts,
  isolateLessons,
  scriptHash,
} from '../../src/build/headers-integration.ts';
import { readPage } from '../../src/build/html.ts';
import { html } from './site-folder.ts';

describe('the security policy', () => {
  test('names each script that stands in a page, exactly as it stands there', () => {
    const script = '\n  if (1 < 2 && "</p>") document.title = "é";\n';
    const page = readPage('index.html', html(`<p>Hoi</p><script>${script}</script>`));
    expect(inlineScripts([page])).toEqual([script]);
    const digest = createHash('sha256').update(script, 'utf8').digest('base64');
    expect(contentSecurityPolicy(inlineScripts([page]).map(scriptHash))).toContain(`'sha256-${digest}'`);
  });

  test('finds scripts in templates and in noscript, and modules', () => {
    const page = readPage(
      'index.html',
      html('<template><script>a()</script></template><script type="module">b()</script>'),
    );
    expect(inlineScripts([page])).toEqual(['a()', 'b()']);
  });

  test('passes over data and over files', () => {
    const page = readPage(
      'index.html',
      html('<script type="application/json">{}</script><script src="/a.js"></script>'),
    );
    expect(inlineScripts([page])).toEqual([]);
  });

  test.each([
    ['<button onclick="a()">Ga</button>', 'index.html: <button onclick="…">'],
    ['<a href=" javascript:a()">Ga</a>', 'index.html: <a href="…">'],
  ])('refuses code in an attribute: %s', (body, message) => {
    expect(() => inlineScripts([readPage('index.html', html(body))])).toThrow(message);
  });

  test('leaves the page open to be framed, and itself frames no other site than a WebContainer', () => {
    const policy = contentSecurityPolicy([]);
    expect(policy).not.toContain('frame-ancestors');
    expect(policy).toContain(
      "frame-src 'self' https://stackblitz.com https://*.webcontainer.io https://*.webcontainer-api.io;",
    );
    expect(policy).not.toContain("'unsafe-eval'");
  });
});

describe('isolation', () => {
  const island = (name: string) => readPage('index.html', html(`<astro-island component-export="${name}">`));

  test.each(ISOLATED_ISLANDS)('a page with the island %s can boot a container', (name) => {
    expect(canBootContainer(island(name))).toBe(true);
  });

  test.each(['CompactPlayground', 'CostCounter', 'playground', ''])('one with %j cannot', (name) => {
    expect(canBootContainer(island(name))).toBe(false);
    expect(canBootContainer(readPage('index.html', html('<p>Playground</p>')))).toBe(false);
  });

  test.each(['require-corp', 'credentialless'] as const)('%s is for those pages alone', (coep) => {
    const of = headersFor(
      headerRules({ base: '/cursus/', hashes: [], isolated: ['lessen/een/', 'lessen/twee/'], coep }),
    );
    const isolation = (path: string) => [
      of(path).get('cross-origin-opener-policy'),
      of(path).get('cross-origin-embedder-policy'),
    ];
    expect(isolation('/cursus/lessen/een/')).toEqual(['same-origin', coep]);
    expect(isolation('/cursus/lessen/twee/')).toEqual(['same-origin', coep]);
    for (const path of [
      '/cursus/',
      '/cursus/404.html',
      '/cursus/weg/',
      '/lessen/een/',
      '/cursus/lessen/een/x',
    ]) {
      expect(isolation(path), path).toEqual([undefined, undefined]);
    }
    // A worker on an isolated page starts only when its file says so too.
    expect(isolation('/cursus/pagefind/pagefind-worker.js')).toEqual([undefined, coep]);
  });

  test('no two rules that match one path set the same header', () => {
    const rules = headerRules({ base: '/', hashes: [], isolated: ['lessen/een/'], coep: 'require-corp' });
    for (const { path } of rules) {
      const asked = path.replace('*', 'a');
      const matching = rules.filter((rule) => headersFor([rule])(asked).size > 0);
      const names = matching.flatMap((rule) => [...headersFor([rule])(asked).keys()]);
      expect(names, asked).toEqual([...new Set(names)]);
    }
  });

  test.each([
    [
      '/cursus/lessen/een/',
      { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'credentialless' },
    ],
    ['/cursus/', {}],
    ['/lessen/een/', {}],
  ])('while developing %s gets %j', (originalUrl, expected) => {
    const headers: Record<string, unknown> = {};
    const response = Object.assign(new ServerResponse(new IncomingMessage(new Socket())), {
      setHeader: (name: string, value: unknown) => {
        headers[name] = value;
      },
    });
    const request = Object.assign(new IncomingMessage(new Socket()), { originalUrl, url: '/' });
    let isPassedOn = false;
    isolateLessons('/cursus/', 'credentialless')(request, response, () => {
      isPassedOn = true;
    });
    expect([isPassedOn, headers]).toEqual([true, expected]);
  });
});
