import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy, inlineScripts, scriptHash } from '../../src/build/headers-integration.ts';
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

  test('leaves the page open to be framed, and itself frames no other site', () => {
    const policy = contentSecurityPolicy([]);
    expect(policy).not.toContain('frame-ancestors');
    expect(policy).toContain("frame-src 'self';");
    expect(policy).not.toContain("'unsafe-eval'");
  });
});
