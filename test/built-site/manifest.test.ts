/** The web app manifest: a browser installs the course only when all of this holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBuildList } from '../../src/build/offline-integration.ts';
import { base, pages, read, root } from './built-site.ts';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

const manifest = JSON.parse(read('manifest.webmanifest')) as {
  readonly name: string;
  readonly lang: string;
  readonly display: string;
  readonly start_url: string;
  readonly scope: string;
  readonly icons: readonly Icon[];
};

test('every page names it', () => {
  const without = pages.filter(
    ({ elements }) =>
      !elements.some(
        ({ name, attributes }) =>
          name === 'link' &&
          attributes.get('rel') === 'manifest' &&
          attributes.get('href') === `${base}manifest.webmanifest`,
      ),
  );
  expect(without.map(({ file }) => file)).toEqual([]);
});

test('it begins where the site lives, and stays there', () => {
  expect(manifest).toMatchObject({
    name: 'Functielab',
    lang: 'nl',
    display: 'standalone',
    start_url: base,
    scope: base,
  });
});

test('its icons are what it says of them', () => {
  for (const { src, sizes, type } of manifest.icons) {
    expect(src.startsWith(`${base}icons/`)).toBe(true);
    const png = readFileSync(join(root, src.slice(base.length)));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(type).toBe('image/png');
    // Width and height stand in the first block of the file.
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
});

test('there is an icon for every system: small, large, and one that may be cut to any shape', () => {
  const kinds = manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
  expect(kinds).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
});

test('it works offline, icons and all', () => {
  const { shell, rest } = readBuildList(read('sw.js'));
  const kept = [...shell, ...rest].map(([path]) => path);
  expect(shell.map(([path]) => path)).toContain('manifest.webmanifest');
  expect(kept).toEqual(expect.arrayContaining(manifest.icons.map(({ src }) => src.slice(base.length))));
});
