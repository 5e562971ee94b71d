import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { isIslandScript, islandRuntime } from '../../src/build/island-runtime.ts';
import { ISLAND, LOAD } from './island-scripts.ts';

const MODULES = ['/cursus/_astro/part.js', '/cursus/_astro/client.js'];

/** The guards of the runtime as a page would have them, and an `import` that only tells what it was asked for. */
function guards(href: string) {
  const text = islandRuntime([ISLAND, LOAD], MODULES);
  const own = text.slice(0, text.indexOf('(()=>{')).replace('return import(', 'return imported(');
  const imported = (address: string) => address;
  return runInNewContext(`${own};({ importIsland, readProps })`, {
    URL,
    location: new URL(href),
    imported,
  }) as { importIsland(address: string): Promise<string>; readProps(text: string): unknown };
}

describe('the island runtime', () => {
  test('is made of Astro’s scripts of this version, all of whose imports are guarded', () => {
    expect([ISLAND, LOAD].every(isIslandScript)).toBe(true);
    expect(isIslandScript('document.title = "Astro"')).toBe(false);
    const text = islandRuntime([ISLAND, LOAD], MODULES);
    expect(text.match(/\bimport\(/g)).toHaveLength(1);
    expect(text.match(/\bimportIsland\(/g)).toHaveLength(4);
    expect(text).toContain('readProps(this.getAttribute("props"))');
  });

  test.each(['/cursus/_astro/part.js', 'https://a.example/cursus/_astro/client.js', '../../_astro/part.js'])(
    'imports what the pages start: %s',
    async (address) => {
      const { importIsland } = guards('https://a.example/cursus/lessen/een/');
      expect(await importIsland(address)).toMatch(
        /^https:\/\/a\.example\/cursus\/_astro\/(part|client)\.js$/,
      );
    },
  );

  test('imports it a second time with the query that Astro adds', async () => {
    const { importIsland } = guards('https://a.example/cursus/');
    expect(await importIsland('https://a.example/cursus/_astro/part.js?astro-retry=1')).toBe(
      'https://a.example/cursus/_astro/part.js?astro-retry=1',
    );
  });

  test.each([
    'data:text/javascript,alert(1)',
    ' DA\nTA:text/javascript,alert(1)',
    'blob:https://a.example/cursus/_astro/part.js',
    'javascript:alert(1)',
    'https://elders.example/cursus/_astro/part.js',
    'https://a.example:8443/cursus/_astro/part.js',
    '//elders.example/cursus/_astro/part.js',
    '/cursus/_astro/other.js',
    '/cursus/_astro/part.js/../other.js',
    '/cursus/_astro/part.js%2f..%2fother.js',
    '/cursus/_astro/',
    '/cursus/sw.js',
    '',
  ])('imports nothing else: %j', async (address) => {
    const { importIsland } = guards('https://a.example/cursus/');
    await expect(importIsland(address)).rejects.toThrow('Not a part of this site');
  });

  test.each(['{"a":[0,{"constructor":[99,0]}]}', '{"\\u0063onstructor":1}', '[[{"constructor":null}]]'])(
    'reads no property that could stand for an element: %s',
    (text) => {
      expect(() => guards('https://a.example/').readProps(text)).toThrow('Not properties of this site');
    },
  );

  test('reads all other properties as they are', () => {
    const text = '{"a":[0,{"b":[1,[[0,"constructor"]]]}],"__proto__":[0,1]}';
    expect(JSON.stringify(guards('https://a.example/').readProps(text))).toBe(text);
  });

  test.each([
    [[LOAD], '0 imports, 0 readings'],
    [[ISLAND, `${LOAD};import("x")`], '4 imports, 1 readings'],
    [[ISLAND.replace('JSON.parse(this.getAttribute("props"))', 'read(this)')], '3 imports, 0 readings'],
  ])('refuses scripts that it does not know', (scripts, message) => {
    expect(() => islandRuntime(scripts, [])).toThrow(message);
  });
});
