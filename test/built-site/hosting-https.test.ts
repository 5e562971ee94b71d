/**
 * The recipes as somebody runs them for readers: over https with a certificate of their own, packed. Whoever has none of the
 * three servers, or no `openssl` to make a certificate with, is told what was not tried.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesIn } from '../../src/build/html.ts';
import { writeServiceWorker } from '../../src/build/offline-integration.ts';
import { HSTS, readBuild } from '../../src/cli/recipes/hosting-site.ts';
import { html, siteFolder } from '../build/site-folder.ts';
import { findServer } from './find-server.ts';
import { type Certificate, PACKINGS, startRealServer } from './real-server.ts';

const SERVERS = ['nginx', 'caddy', 'apache'] as const;
const LIMIT_MS = 60_000;
/** Long enough that every server finds it worth packing. */
const SCRIPT = `export {};\n${'// Hetzelfde, nog een keer.\n'.repeat(200)}`;
const PAGE = html(`Thuis ${'en nog iets '.repeat(200)}`);
const ZIP = 'PK\u0003\u0004 geen echte';

/** Of a computer that trusts nobody but this test. */
function ownCertificate(): Certificate | null {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-certificate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [certificate, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const more = ['-addext', 'subjectAltName=DNS:localhost', '-out', certificate, '-keyout', key];
  return spawnSync('openssl', [...asked, ...more]).status === 0 ? { certificate, key } : null;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(url: string, own: Certificate, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request(url, { ca: readFileSync(own.certificate), headers, agent: false }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('error', reject);
    answer.on('end', () =>
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }),
    );
  })
    .on('error', reject)
    .end();
  return promise;
}

async function site(): Promise<string> {
  const folder = siteFolder({
    'index.html': PAGE,
    '404.html': html(`Weg ${'en nog iets '.repeat(200)}`),
    'les/index.html': PAGE,
    '_astro/a.1234.js': SCRIPT,
    'pakket.zip': ZIP,
    'app.webmanifest': '{}',
    _headers: `/*\n  Content-Security-Policy: default-src 'self'\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n/sw.js\n  Cache-Control: no-cache\n`,
  });
  await writeServiceWorker(folder, '/');
  // What the recipe of Caddy says to do after each build.
  for (const file of filesIn(folder).filter((path) => /\.(html|js)$/.test(path))) {
    const path = join(folder, file);
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
  }
  return folder;
}

const UNPACK: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
};
const FOREVER = 'public, max-age=31536000, immutable';
const ADDRESSES: readonly [path: string, status: number, type: string, kept: string | undefined][] = [
  ['/', 200, 'text/html', 'no-cache'],
  ['/les/', 200, 'text/html', 'no-cache'],
  ['/sw.js', 200, 'text/javascript', 'no-cache'],
  ['/_astro/a.1234.js', 200, 'text/javascript', FOREVER],
  ['/pakket.zip', 200, 'application/zip', 'no-cache'],
  ['/app.webmanifest', 200, 'application/manifest+json', 'no-cache'],
  ['/weg/', 404, 'text/html', 'no-store'],
  ['/_astro/weg.js', 404, 'text/html', 'no-store'],
];

describe.each(SERVERS)('%s over https', (server) => {
  test('keeps, isolates and packs as the recipe says', { timeout: LIMIT_MS }, async ({ skip }) => {
    const program = findServer(server);
    if (program === null) return skip(`${server} staat niet op deze computer: het recept is niet geprobeerd`);
    const own = ownCertificate();
    if (own === null) return skip('openssl staat niet op deze computer: https is niet geprobeerd');
    const root = await site();
    const { url, stop } = await startRealServer(server, program, { root, ...readBuild(root) }, own);
    onTestFinished(stop);

    for (const [path, status, type, kept] of ADDRESSES) {
      const { headers, ...answer } = await ask(url + path, own);
      expect(answer.status, path).toBe(status);
      expect(headers, path).toMatchObject({
        'strict-transport-security': HSTS,
        'content-security-policy': "default-src 'self'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cache-control': kept,
      });
      expect(headers['content-type']?.split(';')[0], path).toBe(type);
    }
    const sent = await ask(`${url}/les`, own);
    expect([sent.status, sent.headers['strict-transport-security']]).toEqual([308, HSTS]);

    for (const packing of PACKINGS[server]) {
      for (const [path, text] of [
        ['/', PAGE],
        ['/_astro/a.1234.js', SCRIPT],
      ] as const) {
        const { headers, body } = await ask(url + path, own, { 'accept-encoding': packing });
        expect([path, headers['content-encoding'], headers.vary?.toLowerCase()]).toEqual([
          path,
          packing,
          'accept-encoding',
        ]);
        expect(body.length, path).toBeLessThan(text.length / 5);
        expect(UNPACK[packing]?.(body).toString()).toBe(text);
      }
    }
    const [best = ''] = PACKINGS[server];
    const asBrowser = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    const page = await ask(`${url}/`, own, asBrowser);
    expect(page.headers['content-encoding'], 'as a browser asks').toBe(best);
    // What has not changed since does not go over the line again.
    const { etag, 'last-modified': modified } = page.headers;
    const again = await ask(`${url}/`, own, {
      ...asBrowser,
      ...(etag && { 'if-none-match': etag }),
      ...(modified && { 'if-modified-since': modified }),
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const zip = await ask(`${url}/pakket.zip`, own, asBrowser);
    expect([zip.headers['content-encoding'], zip.body.toString()]).toEqual([undefined, ZIP]);
  });

  test('sends no wish for https over plain http', { timeout: LIMIT_MS }, async ({ skip }) => {
    const program = findServer(server);
    if (program === null) return skip(`${server} staat niet op deze computer: het recept is niet geprobeerd`);
    const root = await site();
    const { url, stop } = await startRealServer(server, program, { root, ...readBuild(root) }, 'none');
    onTestFinished(stop);
    for (const path of ['/', '/weg/', '/_astro/a.1234.js']) {
      expect((await fetch(url + path)).headers.get('strict-transport-security'), path).toBeNull();
    }
  });
});
