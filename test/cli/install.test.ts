import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { adviceForNode, explainFailure, isNewEnough, whatIsStale } from '../../src/cli/install.mjs';
import { siteFolder, writeSite } from '../build/site-folder.ts';

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

  test('the Node for this system, when it was left out; never the one for another', () => {
    const optionalDependencies = { 'node-hier': '26.10.0', 'node-elders': '26.10.0' };
    const lock = {
      packages: {
        ...LOCK.packages,
        '': { ...LOCK.packages[''], optionalDependencies },
        'node_modules/node-hier': { optional: true, os: process.platform, cpu: process.arch },
        'node_modules/node-elders': { optional: true, os: process.platform, cpu: 'pdp11' },
      },
    };
    const asked = { ...PACKAGE, optionalDependencies };
    expect(whatIsStale(project({ lock, asked }))).toBe('stale');
    const installed = {
      packages: { ...INSTALLED.packages, 'node_modules/node-hier': { optional: true } },
    };
    const folder = project({ lock, asked, installed });
    writeSite(folder, { 'node_modules/node-hier/package.json': '{}' });
    expect(whatIsStale(folder)).toBeNull();
  });

  test('another version of what is optional', () => {
    const asked = { ...PACKAGE, optionalDependencies: { 'node-elders': '26.11.0' } };
    expect(whatIsStale(project({ asked }))).toBe('stale');
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

test.each([
  ['v26.10.0', true],
  ['v22.18.0', true],
  ['v23.0.0', true],
  ['v22.17.9', false],
  ['v20.19.2', false],
  ['v18.20.0', false],
])('Node %s runs the scripts: %j', (version, isEnough) => {
  expect(isNewEnough(version)).toBe(isEnough);
  const advice = adviceForNode(version);
  if (isEnough) expect(advice).toBeNull();
  else expect(advice).toMatch(/te oud.*\n.*Installeer Node\.js 22\.18 of nieuwer/);
});
