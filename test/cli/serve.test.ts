import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ServerOptions, startServer } from '../../src/cli/serve.ts';
import { html, siteFolder, writeSite } from '../build/site-folder.ts';

const SITE = {
  'index.html': html('Thuis'),
  '404.html': html('Deze pagina is er niet'),
  'lessen/een/index.html': html('Les 1'),
  '_astro/a.js': 'export {}',
  'app.webmanifest': '{}',
  'pagefind/wasm.nl.pagefind': 'x',
  'a.wasm': 'x',
  _headers: '/*\n  X-Alles: ja\n\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
};

/** Of questions, while builds go on. */
const ROUNDS = 20;

async function serve(base = '/', rewriteHeaders?: ServerOptions['rewriteHeaders']) {
  const root = siteFolder(SITE);
  const server = await startServer({ root, port: 0, base, ...(rewriteHeaders ? { rewriteHeaders } : {}) });
  onTestFinished(() => server.close());
  const get = (path: string, init?: RequestInit) =>
    fetch(new URL(path, server.url), { redirect: 'manual', ...init });
  return { root, server, get };
}

/** Asks for a target as it stands, which `fetch` would tidy first. */
async function ask(url: string, target: string) {
  const { hostname, port } = new URL(url);
  const asked = request({ hostname, port, path: target });
  // Node writes a slash where there is nothing.
  if (target === '') asked.path = '';
  asked.end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  return { status: answer.statusCode, location: answer.headers.location };
}

describe('the server for the built site', () => {
  test('pages have the headers of the file, and are asked for anew', async () => {
    const { get } = await serve();
    const page = await get('lessen/een/?q=1');
    expect(await page.text()).toContain('Les 1');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-alles')).toBe('ja');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get('lessen/een/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  test('files with a digest in their name are kept', async () => {
    const { get } = await serve();
    const script = await get('_astro/a.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    ['app.webmanifest', 'application/manifest+json'],
    ['a.wasm', 'application/wasm'],
    ['pagefind/wasm.nl.pagefind', 'application/octet-stream'],
  ])('%s has its type', async (path, type) => {
    const { get } = await serve();
    expect((await get(path)).headers.get('content-type')).toBe(type);
  });

  test('an unknown address gets the 404 page, and so does the file with the headers', async () => {
    const { get } = await serve();
    for (const path of ['weg/', '_headers', 'lessen/', '%2e%2e%2fpackage.json']) {
      const page = await get(path);
      expect(page.status, path).toBe(404);
      expect(await page.text()).toContain('Deze pagina is er niet');
      expect(page.headers.get('x-alles')).toBe('ja');
    }
  });

  test('a page without its slash leads to the page', async () => {
    const { get } = await serve();
    const answer = await get('lessen/een?q=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/lessen/een/?q=1']);
  });

  test.each([
    '//x//127.0.0.1:4581/..%2fdocent',
    '//elders.example/lessen/een',
    '//elders.example/..',
    '/\\elders.example/lessen/een',
    '/%5Celders.example/lessen/een',
    '/%2Felders.example/..%2f..%2flessen/een',
    '/lessen\\een',
    '\\\\elders.example/lessen/een',
    'http://elders.example/lessen/een',
    'elders.example:80',
    '*',
    '',
  ])('%j is no address of this site', async (target) => {
    for (const base of ['/', '/lessen/']) {
      const { server } = await serve(base);
      const { status, location } = await ask(server.url, target);
      expect([status, location], base).toEqual([400, undefined]);
    }
  });

  test('an address that looks like another is sent on within the site', async () => {
    const { server } = await serve();
    for (const [target, to] of [
      ['/x/..//lessen/een', null],
      ['/lessen/een?//elders.example', '/lessen/een/?//elders.example'],
      ['/lessen%2Feen', '/lessen/een/'],
      ['/elders.example/%2e%2e/lessen/een', '/lessen/een/'],
    ] as const) {
      const { status, location } = await ask(server.url, target);
      expect([target, status, location]).toEqual(to === null ? [target, 400, undefined] : [target, 308, to]);
    }
  });

  test('anything but reading is refused, and so is an address that is none', async () => {
    const { get } = await serve();
    expect((await get('', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await get('%E0%A4%A')).status).toBe(400);
    expect((await get('', { method: 'HEAD' })).status).toBe(200);
  });

  test('a new build is served at once', async () => {
    const { root, get } = await serve();
    await (await get('')).text();
    writeSite(root, { 'index.html': html('Een veel langere, nieuwe tekst') });
    expect(await (await get('')).text()).toContain('nieuwe tekst');
  });

  test('while builds take each other’s place, every answer is of one whole build', async () => {
    const site = (build: string) => ({
      'index.html': html(`Thuis ${build}`),
      'lessen/een/index.html': html(`Les ${build}`),
      'sw.js': `"${build}"`,
      _headers: `/*\n  X-Bouw: ${build}\n`,
    });
    const folder = siteFolder({});
    const root = join(folder, 'dist');
    writeSite(root, site('B'));
    const server = await startServer({ root, port: 0 });
    onTestFinished(() => server.close());
    const script = fileURLToPath(new URL('../build/swap-in-turns.ts', import.meta.url));
    const builder = spawn(process.execPath, [script, root, JSON.stringify([site('A'), site('B')])], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    onTestFinished(() => void builder.kill());
    const ended = once(builder, 'exit');
    // Who fails hears no more.
    builder.stdin.on('error', () => {});
    const seen = new Set<string>();
    let round = 0;
    while (builder.exitCode === null) {
      round += 1;
      // Until both were met: a busy machine may sleep through any number of builds.
      const isEnough = round > ROUNDS && seen.size > 1;
      if (isEnough) builder.stdin.end();
      for (const path of ['', 'lessen/een/', 'sw.js']) {
        if (!isEnough) builder.stdin.write('\n');
        const answer = await fetch(server.url + path);
        const build = answer.headers.get('x-bouw');
        expect([answer.status, (await answer.text()).includes(`${build}`)]).toEqual([200, true]);
        seen.add(`${build}`);
      }
    }
    expect(await ended).toEqual([0, null]);
    expect([...seen].sort()).toEqual(['A', 'B']);
    expect(await (await fetch(server.url)).text()).toContain('Thuis B');
  });

  test('a site that goes away is served on, as it was', async () => {
    const { root, get } = await serve();
    rmSync(root, { recursive: true });
    expect(await (await get('lessen/een/')).text()).toContain('Les 1');
  });

  test('a test may change what the file gives a path', async () => {
    const { get } = await serve('/', (headers) => new Map([...headers, ['x-alles', 'nee']]));
    const script = await get('_astro/a.js');
    expect(script.headers.get('x-alles')).toBe('nee');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  test('a site may live under a path', async () => {
    const { get, server } = await serve('/cursus/');
    expect(new URL(server.url).pathname).toBe('/cursus/');
    expect(await (await get('lessen/een/')).text()).toContain('Les 1');
    expect((await get('/')).status).toBe(404);
    expect((await get('/cursus')).headers.get('location')).toBe('/cursus/');
  });

  test('a port that is taken is refused in words when it was asked for', async () => {
    const { server, root } = await serve();
    const port = Number(new URL(server.url).port);
    await expect(startServer({ root, port })).rejects.toThrow(`Poort ${port} is bezet`);
  });

  test('without a port it takes the next free one', async () => {
    const { server, root } = await serve();
    const firstPort = Number(new URL(server.url).port);
    const next = await startServer({ root, firstPort });
    onTestFinished(() => next.close());
    expect(Number(new URL(next.url).port)).toBeGreaterThan(firstPort);
  });

  test('a folder without a site is refused in words', async () => {
    await expect(startServer({ root: siteFolder({ 'a.txt': '' }), port: 0 })).rejects.toThrow(
      'npm run build',
    );
  });
});
