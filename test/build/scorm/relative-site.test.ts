import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { manifestOf } from '../../../src/build/scorm/manifest.ts';
import { isInPackage } from '../../../src/build/scorm/package.ts';
import { makeRelative } from '../../../src/build/scorm/relative-site.ts';

const FRAME = fileURLToPath(new URL('../../../src/host/browser/frame-main.ts', import.meta.url));

function site(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'functielab-pakket-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const page = (body: string) =>
  `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"/><link rel="canonical" href="https://x.test/__functielab__/"/></head><body>${body}</body></html>`;

test('addresses become relative, in pages, styles and scripts', async () => {
  const root = site({
    'index.html': page('<a href="/__functielab__/lessen/een/#stap">een</a>'),
    'lessen/een/index.html': page(
      '<a href="/__functielab__/">thuis</a><x-island props="{&quot;href&quot;:[0,&quot;/__functielab__/lessen/een/&quot;]}"></x-island><script type="module" src="/__functielab__/_astro/a.js"></script>',
    ),
    '_astro/a.js': `const base=\`/__functielab__/\`,x=\`\${"/__functielab__/"}maand/\`;`,
    '_astro/a.css': 'a{src:url(/__functielab__/_astro/a.js)}',
  });
  await makeRelative(root, FRAME);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  expect(read('index.html')).toContain('<a href="lessen/een/index.html#stap">');
  expect(read('index.html')).not.toContain('canonical');
  const lesson = read('lessen/een/index.html');
  expect(lesson).toContain('<a href="../../index.html">');
  expect(lesson).toContain('&quot;index.html&quot;');
  expect(lesson).toContain('src="../../_astro/a.js"');
  expect(lesson).toMatch(/<meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy"[^>]*><script>/);
  expect(lesson).toContain('new URL("../../",location.href).pathname');
  expect(read('_astro/a.js')).toBe(
    `const base=(globalThis.functielabBase+""),x=\`\${(globalThis.functielabBase+"")}maand/\`;`,
  );
  expect(read('_astro/a.css')).toBe('a{src:url(a.js)}');
});

test('an address that leads nowhere, or can’t be made relative, stops the package', async () => {
  await expect(
    makeRelative(site({ 'index.html': page('<a href="/__functielab__/weg/">x</a>') }), FRAME),
  ).rejects.toThrow('index.html: weg/index.html is not in the package');
  await expect(makeRelative(site({ 'a.js': `const x=\`/__functielab__/\${y}\`` }), FRAME)).rejects.toThrow(
    /^a\.js: this address can't be made relative/,
  );
});

test('a manifest names every file, and survives any title', () => {
  for (const version of ['1.2', '2004'] as const) {
    const xml = manifestOf(version, {
      id: 'functielab-een',
      title: 'Wat kost "het" <nu> & straks?',
      start: 'start.html',
      files: ['start.html', 'beeld/een foto.jpg'],
    });
    expect(xml).toContain('<title>Wat kost &quot;het&quot; &lt;nu> &amp; straks?</title>');
    expect(xml).toContain('<file href="beeld/een%20foto.jpg"/>');
    expect(xml.match(/<file /g)).toHaveLength(2);
    expect(xml).toContain(`<schemaversion>${version === '1.2' ? '1.2' : '2004 3rd Edition'}</schemaversion>`);
  }
});

test('what is for hosts and for teachers stays out', () => {
  for (const file of [
    '_headers',
    'sw.js',
    'icons/icon-192.png',
    'docent/index.html',
    'oefeningen/alle.json',
    'sitemap-0.xml',
  ]) {
    expect(isInPackage(file)).toBe(false);
  }
  for (const file of ['index.html', 'lessen/een/index.html', '_astro/a.js', 'voorbeelden/foto.jpg']) {
    expect(isInPackage(file)).toBe(true);
  }
});
