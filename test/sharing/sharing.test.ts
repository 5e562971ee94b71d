/** A link brings back what was shared, and whatever else stands in one brings nothing. */

import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import {
  LIMIT_BYTES,
  LONGEST_LINK,
  linkTo,
  linkToTape,
  readFragment,
  readShareFile,
  readTapeFragment,
  shareFile,
} from '../../src/sharing/index.ts';

const PAGE = 'https://cursus.example/lessen/een/?x=1#oud';
const files = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}\.js$/),
  fc.string({ unit: 'binary', maxLength: 80 }),
  {
    minKeys: 1,
    maxKeys: 4,
    noNullPrototype: true,
  },
);
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const packed = (text: string) => Buffer.from(deflateSync(strToU8(text))).toString('base64url');
/** UTF-8 has no halves of surrogate pairs. */
const isWellFormed = (all: Readonly<Record<string, string>>) =>
  Object.values(all).every((text) => text.isWellFormed());

test('a link brings back the same code, and only its fragment differs from the page', () => {
  fc.assert(
    fc.property(name, files.filter(isWellFormed), (function_, code) => {
      const link = linkTo(PAGE, { name: function_, files: code });
      const url = new URL(link ?? '');
      expect(url.origin + url.pathname + url.search).toBe('https://cursus.example/lessen/een/?x=1');
      expect(readFragment(url.hash)).toEqual({ name: function_, files: code });
    }),
  );
});

test('a file brings back the same code', () => {
  fc.assert(
    fc.property(name, files, (function_, code) => {
      expect(readShareFile(shareFile({ name: function_, files: code }))).toEqual({
        name: function_,
        files: code,
      });
    }),
  );
});

test('any other fragment or file gives nothing, and no error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readFragment(`#deel=${text}`)).toBeNull();
      expect(readFragment(`#deel=begroet.${Buffer.from(text).toString('base64url')}`)).toBeNull();
      expect(readShareFile(text)).toBeNull();
    }),
  );
});

test('code that is too long for a link gives none', () => {
  const random = Array.from({ length: LONGEST_LINK }, (_, at) => Math.sin(at).toString(36)).join('');
  expect(linkTo(PAGE, { name: 'begroet', files: { 'begroet.js': random } })).toBeNull();
});

test('a link that was cut gives nothing', () => {
  const link = linkTo(PAGE, {
    name: 'begroet',
    files: { 'begroet.js': 'export default () => new Response("Hoi")' },
  });
  const { hash } = new URL(link ?? '');
  expect(readFragment(hash.slice(0, -9))).toBeNull();
});

test('a few bytes that unpack to more than the limit are refused', () => {
  const bomb = packed(JSON.stringify({ 'a.js': 'x'.repeat(LIMIT_BYTES * 20) }));
  expect(bomb.length).toBeLessThan(40_000);
  expect(readFragment(`#deel=begroet.${bomb}`)).toBeNull();
});

test('files that are no text, or none at all, are refused', () => {
  for (const value of ['{}', '[]', '{"a.js":1}', '{"a.js":null}', 'null', '"a"']) {
    expect(readFragment(`#deel=begroet.${packed(value)}`)).toBeNull();
  }
});

test('a tape in a link comes back as it was; one that is too long gives none, one that was cut nothing', () => {
  const file = '{"functielab":"opname","v":1,"inputs":[{"atMs":0.1,"type":"tick"}]}';
  const link = linkToTape(PAGE, 'begroet', file);
  const { hash } = new URL(link ?? '');
  expect(link).toBe(`${PAGE.split('#')[0]}${hash}`);
  expect(readTapeFragment(hash)).toBe(file);
  expect(readTapeFragment(hash.slice(0, -9))).toBeNull();
  expect(readTapeFragment(hash.replace('#opname=', '#deel='))).toBeNull();
  const random = Array.from({ length: LONGEST_LINK }, (_, at) => Math.sin(at).toString(36)).join('');
  expect(linkToTape(PAGE, 'begroet', JSON.stringify(random))).toBeNull();
});
