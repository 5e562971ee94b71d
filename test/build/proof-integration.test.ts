/** Which changes make a proof older than its code, and when a test is gone. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestOf, hasTest } from '../../src/build/recording/proof-integration.ts';
import type { Claim } from '../../src/proof/index.ts';
import { siteFolder } from './site-folder.ts';

const CLAIM: Claim = {
  id: 'a',
  area: 'money',
  says: 'Dit klopt.',
  tests: [['x/a.test.ts', 'one']],
  about: ['src/x', 'src/y/only.ts'],
};
const project = () =>
  siteFolder({
    'src/x/a.ts': 'a',
    'src/x/deep/b.ts': 'b',
    'src/y/only.ts': 'c',
    'src/y/other.ts': 'd',
    'test/x/a.test.ts':
      "import { help } from '../help.ts';\nimport { a } from '../../src/x/a.ts';\ntest('one', help);\n",
    'test/help.ts': "import './further/help.ts';\n",
    'test/further/help.ts': '1',
    'test/x/b.test.ts': '2',
  });

test.each(['src/x/a.ts', 'src/x/deep/b.ts', 'src/y/only.ts', 'test/x/a.test.ts', 'test/further/help.ts'])(
  'a change of %s makes a proof older',
  (file) => {
    const folder = project();
    const before = digestOf(folder, CLAIM);
    writeFileSync(join(folder, file), 'something else');
    expect(digestOf(folder, CLAIM)).not.toBe(before);
  },
);

test('so does another name or another file, and nothing that it is not about', () => {
  const folder = project();
  const before = digestOf(folder, CLAIM);
  for (const file of ['src/y/other.ts', 'test/x/b.test.ts']) writeFileSync(join(folder, file), 'else');
  expect(digestOf(folder, CLAIM)).toBe(before);
  renameSync(join(folder, 'src/x/a.ts'), join(folder, 'src/x/z.ts'));
  const renamed = digestOf(folder, CLAIM);
  writeFileSync(join(folder, 'src/x/new.ts'), '');
  expect(new Set([before, renamed, digestOf(folder, CLAIM)]).size).toBe(3);
});

test('the same in another folder is the same', () => {
  expect(digestOf(project(), CLAIM)).toBe(digestOf(project(), CLAIM));
});

test('what it is about has to be there', () => {
  expect(() => digestOf(project(), { ...CLAIM, about: ['src/z'] })).toThrow('"a" is about src/z');
});

test.each([
  ['is written there', "test('one', () => {});", true],
  ['is written over lines', "test.skipIf(!x)(\n  'one',\n  () => {});", true],
  ['has another name', "test('another one', () => {});", false],
  ['is in a comment', "  // test('one', () => {});", false],
  ['is skipped', "test.skip('one', () => {});", false],
  ['is skipped over lines', "describe.skip(\n  'one', () => {});", false],
  ['is to be made', "test.todo('one');", false],
])('a test that %s', (_, source, isThere) => {
  const folder = siteFolder({ 'test/x/a.test.ts': source });
  expect(hasTest(folder, ['x/a.test.ts', 'one'])).toBe(isThere);
  expect(hasTest(folder, ['x/b.test.ts', 'one'])).toBe(false);
});
