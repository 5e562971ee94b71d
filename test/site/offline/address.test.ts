import { describe, expect, test } from 'vitest';
import { routeOf } from '../../../src/site/offline/address.ts';

const PATHS = new Set(['', '404.html', 'lessen/een/', '_astro/a.js', 'lessen/%C3%A9/']);

describe('from an address to a file of the build', () => {
  test.each([
    ['/', { type: 'file', path: '' }],
    ['/index.html', { type: 'file', path: '' }],
    ['/lessen/een/', { type: 'file', path: 'lessen/een/' }],
    ['/lessen/een/index.html', { type: 'file', path: 'lessen/een/' }],
    ['/lessen/een', { type: 'redirect', path: 'lessen/een/' }],
    ['/lessen/%C3%A9/', { type: 'file', path: 'lessen/%C3%A9/' }],
    ['/_astro/a.js', { type: 'file', path: '_astro/a.js' }],
    // What is in it is in its name, so it needs no list.
    ['/_astro/b.js', { type: 'file', path: '_astro/b.js' }],
    ['/pagefind/fragment/nl_1.pf_fragment', { type: 'file', path: 'pagefind/fragment/nl_1.pf_fragment' }],
    ['/pagefind/other.js', { type: 'unknown' }],
    ['/sw.js', { type: 'unknown' }],
    ['/lessen/', { type: 'unknown' }],
  ])('%s', (pathname, route) => {
    expect(routeOf(pathname, '/', PATHS)).toEqual(route);
    expect(routeOf(`/cursus${pathname}`, '/cursus/', PATHS)).toEqual(route);
  });

  test('an address outside the base is not ours', () => {
    expect(routeOf('/ander/', '/cursus/', PATHS)).toEqual({ type: 'unknown' });
  });
});
