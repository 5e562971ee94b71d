import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCall } from '../../src/contract/binding-rules.ts';
import {
  KEY_LIMIT_BYTES,
  KV_VALUE_LIMIT_BYTES,
  MESSAGE_LIMIT_BYTES,
} from '../../src/contract/lab-defaults.ts';
import { utf8Length } from '../../src/contract/utf8.ts';
import { createCallWindow } from '../../src/host/instance/bindings/call-window.ts';

const codeOfKey = (key: string) => checkCall({ op: 'kv.get', key })?.code ?? null;

describe('a key', () => {
  test.each(['a', 'uploads/foto.jpg', 'één 😀', 'a.b', '...', 'x'.repeat(KEY_LIMIT_BYTES)])(
    'may be "%s"',
    (key) => {
      expect(codeOfKey(key)).toBeNull();
    },
  );

  test.each(['', '/a', 'a/../b', './a', 'a/.', 'a\\b', 'a\tb', '\ud800', 'é'.repeat(257)])(
    'may not be "%s"',
    (key) => {
      expect(codeOfKey(key)).toBe('KEY_INVALID');
    },
  );

  test('that is in order stays in the store, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (key) => {
        if (codeOfKey(key) !== null) return;
        expect(key.startsWith('/') || key.split('/').includes('..') || key.includes('\0')).toBe(false);
        expect(utf8Length(key)).toBeLessThanOrEqual(KEY_LIMIT_BYTES);
      }),
    );
  });
});

describe('a value and a message', () => {
  test.each([
    [KV_VALUE_LIMIT_BYTES - 2, null],
    [KV_VALUE_LIMIT_BYTES - 1, 'KV_VALUE_TOO_LARGE'],
  ])('a value of %i characters between quotes', (length, code) => {
    const value = JSON.stringify('x'.repeat(length));
    expect(checkCall({ op: 'kv.put', key: 'a', value })?.code ?? null).toBe(code);
  });

  test.each([
    [MESSAGE_LIMIT_BYTES - 2, null],
    [MESSAGE_LIMIT_BYTES - 1, 'MESSAGE_TOO_LARGE'],
  ])('a message of %i characters between quotes', (length, code) => {
    const body = JSON.stringify('x'.repeat(length));
    expect(checkCall({ op: 'queue.send', body, delayMs: 0 })?.code ?? null).toBe(code);
  });

  test('bytes are counted as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

test('so many calls at once, and no more: each answer makes room for one', () => {
  const window = createCallWindow();
  const call = { op: 'kv.get', key: 'a' } as const;
  let opened = 0;
  while (window.fits(call)) {
    opened += 1;
    window.open(opened, call);
    if (opened > 100_000) throw new Error('without end');
  }
  expect(opened).toBeGreaterThan(10);
  expect(window.close(1)).toBe(true);
  expect(window.close(1)).toBe(false);
  expect(window.fits(call)).toBe(true);
});

test('a call that is larger than the window goes alone', () => {
  const window = createCallWindow();
  const big = {
    op: 'bucket.put',
    key: 'a',
    body: new Uint8Array(70 * 1024 * 1024),
    contentType: 'x/y',
  } as const;
  expect(window.fits(big)).toBe(true);
  window.open(1, big);
  expect(window.fits({ op: 'bucket.list', prefix: '' })).toBe(false);
});
