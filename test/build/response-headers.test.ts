import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { headersFor } from '../../src/build/headers-file.ts';
import { readPage } from '../../src/build/html.ts';
import {
  contentSecurityPolicy,
  headerRules,
  inlineScripts,
  isolateAll,
  scriptHash,
} from '../../src/build/response-headers.ts';
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

  test('trusts no script for its address', () => {
    expect(contentSecurityPolicy(["'sha256-a'"])).toContain(
      "; script-src 'strict-dynamic' 'wasm-unsafe-eval' 'sha256-a'; ",
    );
  });
});

describe('isolation', () => {
  test.each(['require-corp', 'credentialless'] as const)('%s is for every page and file', (coep) => {
    const of = headersFor(headerRules({ base: '/cursus/', hashes: [], coep }));
    for (const path of ['', '404.html', 'weg/', 'lessen/een/', 'pagefind/pagefind-worker.js', 'sw.js']) {
      expect(Object.fromEntries(of(`/cursus/${path}`)), path).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': coep,
      });
    }
    expect(of('/elders/').size).toBe(0);
  });

  test('no two rules that match one path set the same header', () => {
    const rules = headerRules({ base: '/', hashes: [], coep: 'require-corp' });
    for (const { path } of rules) {
      const asked = path.replace('*', 'a');
      const matching = rules.filter((rule) => headersFor([rule])(asked).size > 0);
      const names = matching.flatMap((rule) => [...headersFor([rule])(asked).keys()]);
      expect(names, asked).toEqual([...new Set(names)]);
    }
  });

  test('is for every page while developing too', () => {
    const headers: Record<string, unknown> = {};
    const response = Object.assign(new ServerResponse(new IncomingMessage(new Socket())), {
      setHeader: (name: string, value: unknown) => {
        headers[name] = value;
      },
    });
    const request = Object.assign(new IncomingMessage(new Socket()), { url: '/oefeningen/' });
    let isPassedOn = false;
    isolateAll('credentialless')(request, response, () => {
      isPassedOn = true;
    });
    expect([isPassedOn, headers]).toEqual([
      true,
      { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'credentialless' },
    ]);
  });
});
