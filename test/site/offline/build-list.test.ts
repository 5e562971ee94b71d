/** The list of files as it is sent: what is unpacked is what was packed, whatever the names. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DIGEST_LENGTH_CHARACTERS,
  HASHED_FOLDER,
  type ListedFile,
  packFiles,
  unpackFiles,
} from '../../../src/site/offline/build-list.ts';

const FILES: readonly ListedFile[] = [
  ['404.html', 'usct'],
  [`${HASHED_FOLDER}islands.6M_9.js`],
  [`${HASHED_FOLDER}fonts/ae8558.woff2`],
  ['', 'P+MH'],
  ['lessen/als-het-misgaat/', 'FscQ'],
  ['docent/lessen/als-het-misgaat/werkblad/', 'kX/Y'],
  ['pagefind/pagefind.nl_1a.pf_meta', 'Ab+/'],
  ['voorbeelden/caf%C3%A9.csv', 'abcd'],
  ['LICENSE', 'wxyz'],
];

const inOrder = (files: readonly ListedFile[]) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

test('files of every kind come back with their digests', () => {
  expect(inOrder(unpackFiles(packFiles(FILES)))).toEqual(inOrder(FILES));
  expect(unpackFiles(packFiles([]))).toEqual([]);
});

test('files that lie together and end alike are one string', () => {
  expect(
    packFiles([
      ['lessen/a/', 'abcd'],
      ['lessen/b/', 'efgh'],
      ['a.svg', 'ijkl'],
    ]),
  ).toEqual({
    'lessen/ /': 'aabcd befgh',
    ' .svg': 'aijkl',
  });
});

test('any path without a space comes back', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9%._*,~+-]{1,12}$/);
  const path = fc
    .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('', '/', '.js', '.html'))
    .map(([folders, last, end]) => [...folders, last].join('/') + end)
    .filter((one) => !one.startsWith(HASHED_FOLDER));
  const digest = fc.stringMatching(new RegExp(`^[A-Za-z0-9+/]{${DIGEST_LENGTH_CHARACTERS}}$`));
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(path, digest), { selector: ([one]) => one }), (files) => {
      expect(inOrder(unpackFiles(packFiles(files)))).toEqual(inOrder(files));
    }),
  );
});
