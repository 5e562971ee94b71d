import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatHeadersFile, headersFor, parseHeadersFile } from '../../src/build/headers-file.ts';

describe('the _headers file', () => {
  test('says which headers go with which path', () => {
    const find = headersFor(
      parseHeadersFile(`
# Everything
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; img-src data:

/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/lessen/:slug/bron.js
  Cache-Control: no-cache
`),
    );
    expect(Object.fromEntries(find('/'))).toEqual({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'self'; img-src data:",
    });
    expect(find('/_astro/a.js').get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(find('/lessen/koud/bron.js').get('cache-control')).toBe('no-cache');
    expect(find('/lessen/koud/warm/bron.js').get('cache-control')).toBeUndefined();
  });

  test('joins a header that two rules set, as the hosts do', () => {
    const find = headersFor(parseHeadersFile('/*\n  Vary: Accept\n/a\n  vary: Origin\n'));
    expect(find('/a').get('vary')).toBe('Accept, Origin');
  });

  test('a point in a path is a point', () => {
    const find = headersFor(parseHeadersFile('/sw.js\n  Cache-Control: no-cache\n'));
    expect(find('/swxjs').size).toBe(0);
  });

  test.each([
    ['  Vary: Accept', 'line 1: a header before the first path'],
    ['/*\n  Vary Accept', 'line 2: expected "Name: value"'],
    ['lessen/*\n', 'line 1: a path starts with "/"'],
  ])('refuses %j', (text, message) => {
    expect(() => parseHeadersFile(text)).toThrow(message);
  });

  test('what is written is read back', () => {
    const token = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,12}$/);
    const value = fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/);
    const rule = fc.record({
      path: fc.stringMatching(/^\/[a-z*/.]{0,12}$/),
      headers: fc.array(fc.tuple(token, value), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(rule), (rules) => {
        expect(parseHeadersFile(formatHeadersFile(rules))).toEqual(rules);
      }),
    );
  });

  test('refuses a line that Cloudflare Pages would ignore', () => {
    const rules = [{ path: '/*', headers: [['X-Long', 'x'.repeat(2_000)]] as const }];
    expect(() => formatHeadersFile(rules)).toThrow(/2010 characters/);
  });

  test('refuses more rules than Cloudflare Pages reads', () => {
    const rule = { path: '/a', headers: [['Vary', 'Accept']] as const };
    expect(() => formatHeadersFile(Array.from({ length: 101 }, () => rule))).toThrow('101 rules');
    expect(formatHeadersFile(Array.from({ length: 100 }, () => rule))).toContain('Vary');
  });
});
