/** A package as a zip: what is in it, its manifest, and the same bytes for the same site. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { manifestOf } from '../../../src/scorm/package/manifest.ts';
import { PAGE_SCRIPTS, type SiteList } from '../../../src/scorm/package/site-list.ts';
import { packageFileName, relativeSite, zipPackage } from '../../../src/scorm/package/zip-package.ts';

const PAGE =
  '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><a href="/">x</a><script>a()</script></body></html>';
const list: SiteList = {
  base: '/',
  course: [],
  files: ['lessen/een/index.html', 'index.html', 'voorbeelden/foto.jpg'],
  bytes: 0,
  policy: `default-src 'self'; script-src 'strict-dynamic' 'sha256-sandbox' ${PAGE_SCRIPTS}`,
};
const read = async (file: string) => (file.endsWith('.jpg') ? new Uint8Array([0xff, 0xd8]) : strToU8(PAGE));
const planned = {
  name: 'een',
  title: 'Wat kost "het" <nu> & straks?',
  facts: {
    lessons: [{ slug: 'een', title: 'Een' }],
    exercises: [],
    passMark: null,
    start: 'lessen/een/index.html',
    handIn: null,
  },
};

test('a zip holds the site, a manifest and a start page, and the same site gives the same bytes', async () => {
  const ready: number[] = [];
  const site = await relativeSite(list, read, (count) => ready.push(count));
  expect(ready).toEqual([1, 2, 3]);
  const zip = await zipPackage(site, planned, '1.2', 'shell()');
  expect(zip).toEqual(await zipPackage(await relativeSite(list, read), planned, '1.2', 'shell()'));
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(['imsmanifest.xml', 'start.html', ...list.files].sort());
  expect(files['voorbeelden/foto.jpg']).toEqual(new Uint8Array([0xff, 0xd8]));
  const lesson = strFromU8(files['lessen/een/index.html'] ?? new Uint8Array());
  expect(lesson).toContain('<a href="../../index.html">');
  // The policy stands before the first script, and names it and the one of the page.
  expect(lesson).toMatch(
    /<meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="[^"]*'sha256-sandbox' '[^']+' '[^']+'"\/><script>/,
  );
  const start = strFromU8(files['start.html'] ?? new Uint8Array());
  expect(start).toContain('"pages":["index.html","lessen/een/index.html"]');
  expect(start).not.toContain('<nu>');
  expect(packageFileName('een', '2004')).toBe('functielab-een-scorm-2004.zip');
});

test('what can’t be read stops it', async () => {
  const broken = async (file: string) => {
    throw new Error(`${file}: 404`);
  };
  await expect(relativeSite(list, broken)).rejects.toThrow('404');
});

test.each(['1.2', '2004'] as const)(
  'SCORM %s: a manifest names every file, survives any title, and has the pass mark',
  (version) => {
    const facts = {
      id: 'functielab-een',
      title: planned.title,
      start: 'start.html',
      files: ['start.html', 'beeld/een foto.jpg'],
    };
    const xml = manifestOf(version, { ...facts, passMark: null });
    expect(xml).toContain('<title>Wat kost &quot;het&quot; &lt;nu> &amp; straks?</title>');
    expect(xml).toContain('<file href="beeld/een%20foto.jpg"/>');
    expect(xml.match(/<file /g)).toHaveLength(2);
    expect(xml).toContain(`<schemaversion>${version === '1.2' ? '1.2' : '2004 3rd Edition'}</schemaversion>`);
    expect(xml).not.toMatch(/masteryscore|minNormalizedMeasure/);
    const marked = manifestOf(version, { ...facts, passMark: 60 });
    expect(marked).toContain(
      version === '1.2'
        ? '<adlcp:masteryscore>60</adlcp:masteryscore>'
        : '<imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>',
    );
  },
);
