/** The security policy allows what stands in the pages, and no more. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from '../../src/build/headers-file.ts';
import { inlineScripts, scriptHash } from '../../src/build/headers-integration.ts';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import { base, pages, read } from './built-site.ts';

const headersOf = headersFor(parseHeadersFile(read('_headers')));
const policy = new Map(
  (headersOf(base).get('content-security-policy') ?? '').split(/;\s*/).map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources];
  }),
);
const frameScript = await bundleInlineScript(
  fileURLToPath(new URL('../../src/host/browser/frame-main.ts', import.meta.url)),
);

describe('the policy', () => {
  test('names the script of every page and of the sandbox by its hash', () => {
    const needed = [...inlineScripts(pages), frameScript].map(scriptHash);
    expect(policy.get('script-src')).toEqual(expect.arrayContaining(needed));
  });

  test('allows no other scripts than those, our own files, and what the sandbox loads', () => {
    const others = policy.get('script-src')?.filter((source) => !source.startsWith("'sha256-"));
    expect(others).toEqual(["'self'", 'data:', 'blob:', "'wasm-unsafe-eval'"]);
  });

  test('talks to no other server', () => {
    expect(policy.get('default-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('object-src')).toEqual(["'none'"]);
  });

  test('lets a learning environment frame the course', () => {
    expect(policy.has('frame-ancestors')).toBe(false);
    expect(headersOf(base).has('x-frame-options')).toBe(false);
  });
});

test('files with a digest in their name are kept, pages are not', () => {
  expect(headersOf(`${base}_astro/a.js`).get('cache-control')).toContain('immutable');
  expect(headersOf(`${base}lessen/een/`).get('cache-control')).toBeUndefined();
});
