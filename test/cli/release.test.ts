/** When there is no release. What is in one, and what it does on a server: test/built-site/release.test.ts. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { versionOf } from '../../src/build/site-facts.ts';
import { whyNot } from '../../src/cli/release.ts';

const SOURCE = { version: '1.2.3', changelog: '# Log\n\n## [1.2.3]\n', changed: '', isChangeAllowed: false };

test('what is in no commit is not released, and neither is a version of which nothing is told', () => {
  expect(whyNot(SOURCE)).toBeNull();
  expect(whyNot({ ...SOURCE, changed: ' M src/a.ts' })).toContain(' M src/a.ts');
  expect(whyNot({ ...SOURCE, changed: null })).toContain('geen repository');
  expect(whyNot({ ...SOURCE, changed: ' M src/a.ts', isChangeAllowed: true })).toBeNull();
  expect(whyNot({ ...SOURCE, version: '1.2.4', isChangeAllowed: true })).toContain('geen deel over 1.2.4');
});

test('of the version that the project has now, the log tells', () => {
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  expect(whyNot({ ...SOURCE, version: versionOf('.'), changelog })).toBeNull();
});
