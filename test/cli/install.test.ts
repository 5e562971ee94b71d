import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainFailure, whatIsStale } from '../../src/cli/install.mjs';
import { siteFolder } from '../build/site-folder.ts';

const LOCK = {
  packages: {
    '': { devDependencies: { a: '^1.0.0' } },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-windows': { version: '1.0.0', optional: true },
  },
};
const INSTALLED = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };
const PACKAGE = { scripts: { x: 'y' }, devDependencies: { a: '^1.0.0' } };

function project({
  lock = LOCK as object,
  installed = INSTALLED as object | null,
  asked = PACKAGE as object,
} = {}) {
  return siteFolder({
    'package.json': JSON.stringify(asked),
    'package-lock.json': JSON.stringify(lock),
    'node_modules/a/package.json': '{}',
    ...(installed ? { 'node_modules/.package-lock.json': JSON.stringify(installed) } : {}),
  });
}

describe('what has to be installed', () => {
  test('nothing, when npm put there what the lock names', () => {
    expect(whatIsStale(project())).toBeNull();
  });

  test('everything, before the first time and after an install that was cut short', () => {
    expect(whatIsStale(project({ installed: null }))).toBe('missing');
  });

  test.each([
    ['another version', { packages: { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } } }],
    ['another content', { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } } }],
    ['a package less', { packages: {} }],
    ['a package more', { packages: { ...INSTALLED.packages, 'node_modules/b': { version: '1.0.0' } } }],
  ])('%s', (_, installed) => {
    expect(whatIsStale(project({ installed }))).toBe('stale');
  });

  test('a package whose folder is gone', () => {
    const packages = { ...LOCK.packages, 'node_modules/b': { version: '1.0.0' } };
    expect(whatIsStale(project({ lock: { packages }, installed: { packages } }))).toBe('stale');
  });

  test('package.json asks for something else; the order in which it asks does not matter', () => {
    expect(whatIsStale(project({ asked: { devDependencies: { a: '^2.0.0' } } }))).toBe('stale');
    const both = { devDependencies: { b: '1', a: '^1.0.0' } };
    const lock = { packages: { ...LOCK.packages, '': { devDependencies: { a: '^1.0.0', b: '1' } } } };
    expect(whatIsStale(project({ asked: both, lock }))).toBeNull();
  });
});

test.each([
  [{ error: Object.assign(new Error('spawn npm'), { code: 'ENOENT' }) }, 'Ik kan npm niet vinden'],
  [{ stderr: 'npm error code ENOTFOUND' }, 'verbonden met internet'],
  [{ stderr: 'npm error code EUSAGE' }, 'npm install'],
  [{ stderr: 'npm error something else' }, 'Hierboven staat'],
])('a failure is explained: %j', (result, words) => {
  expect(explainFailure(result)).toContain(words);
});

/**
 * npm writes only the packages into the lock that its registry offered when the lock was made, and `npm ci`
 * refuses a lock in which a build for another system is missing.
 */
test('the lock names the builds for every system', () => {
  const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  );
  const paths = Object.keys(lock.packages);
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !paths.some((other) => other === `${path}/node_modules/${name}`))
      .filter((name) => !paths.includes(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});
