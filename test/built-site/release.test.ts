/** What a release holds, and that its three lines put it on a bare nginx, also over an older one. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { strToU8 } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { filesIn } from '../../src/build/html.ts';
import { writeServiceWorker } from '../../src/build/offline-integration.ts';
import { hosting } from '../../src/cli/hosting.ts';
import { readBuild } from '../../src/cli/recipes/hosting-site.ts';
import { momentOf } from '../../src/cli/release/moment-of-content.ts';
import { nginxLines } from '../../src/cli/release/put-it-there.ts';
import { releaseName, releaseZip } from '../../src/cli/release/release-zip.ts';
import { sumsOf } from '../../src/cli/release.ts';
import { startServer } from '../../src/cli/serve.ts';
import { readZip } from '../../src/kit/zip/read-zip.ts';
import { html, siteFolder } from '../build/site-folder.ts';
import { freePort } from '../support/free-port.ts';
import { root } from './built-site.ts';
import { findServer } from './find-server.ts';

const PROJECT = process.cwd();
const NEW = { version: '9.9.9', commit: 'a'.repeat(40), project: PROJECT, site: root, runs: '{}\n' };
/** To pack the whole site takes a second or two, and a busy machine much longer. */
const PACKING_LIMIT_MS = 60_000;
const SERVER_LIMIT_MS = 120_000;
const BETWEEN_TRIES_MS = 50;

test(
  'a release has the site, each server’s settings for exactly this build, and how to put it there',
  () => {
    const zip = releaseZip(NEW);
    const read = readZip(zip);
    if (read === null) throw new Error('no zip');
    const text = (path: string) => {
      const bytes = read.find((entry) => entry.path === `functielab-9.9.9/${path}`)?.unpack(1e7, () => {});
      return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
    };
    const loose = ['CHANGELOG.md', 'Caddyfile', 'Containerfile', 'LEESMIJ.md', 'LICENSE', 'LICENSE-inhoud'];
    const settings = ['apache.conf', 'container.conf', 'nginx.conf', 'opnamen.json', 'web.config'];
    const expected = [...loose, ...settings, ...filesIn(root).map((file) => `site/${file}`)].sort();
    expect(read.map(({ path }) => path)).toEqual(expected.map((file) => `functielab-9.9.9/${file}`));
    expect(text('site/index.html')).toBe(readFileSync(join(root, 'index.html'), 'utf8'));
    for (const line of nginxLines('functielab-9.9.9')) expect(text('LEESMIJ.md')).toContain(line);
    expect(text('LEESMIJ.md')).toContain(NEW.commit);
    const asked = (server: string) =>
      hosting([server, '--root', '/var/www/functielab-9.9.9/site'], {}, root).stdout;
    expect(text('Caddyfile')).toBe(asked('caddy'));
    expect(text('apache.conf')).toBe(asked('apache'));
    expect(text('web.config')).toBe(asked('iis'));
    expect(text('nginx.conf')).toBe(
      asked('nginx').replace('server_name functielab.example;', 'server_name _;'),
    );
    expect(text('container.conf')).toContain('root "/usr/share/nginx/html";');
    expect(text('Containerfile')).toContain('COPY site /usr/share/nginx/html\n');
  },
  PACKING_LIMIT_MS,
);

test(
  'the same site gives the same bytes',
  () => expect(Buffer.compare(releaseZip(NEW), releaseZip({ ...NEW }))).toBe(0),
  PACKING_LIMIT_MS,
);

test('the moment of a file follows from what is in it, in any time zone, and is one that a zip can say', () => {
  const contents = Array.from({ length: 1_000 }, (_, at) => strToU8(`${at}`));
  const { TZ } = process.env;
  onTestFinished(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  const momentsIn = (zone: string) => {
    process.env.TZ = zone;
    return contents.map((content) => {
      const moment = momentOf(content);
      return [
        moment.getFullYear(),
        moment.getMonth(),
        moment.getDate(),
        moment.getHours(),
        moment.getMinutes(),
        moment.getSeconds(),
      ] as const;
    });
  };
  const here = momentsIn('Europe/Amsterdam');
  for (const zone of ['UTC', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu', 'Australia/Lord_Howe'])
    expect(momentsIn(zone), zone).toEqual(here);
  expect(new Set(here.map(String)).size).toBe(contents.length);
  // The years of a zip begin in 1980, and it counts by two seconds: APPNOTE.TXT 4.4.6.
  expect(here.filter(([year]) => year < 1996 || year > 2010)).toEqual([]);
  expect(here.filter(([, , , , , second]) => second % 2 !== 0)).toEqual([]);
});

test('the sums are those of the files, as sha256sum reads them', () => {
  const folder = siteFolder({ 'b.txt': 'twee', 'a.txt': 'een' });
  const sums = sumsOf(folder);
  expect(sums).toMatch(/^[0-9a-f]{64} {2}a\.txt\n[0-9a-f]{64} {2}b\.txt\n$/);
  writeFileSync(join(folder, 'SHA256SUMS'), sums);
  if (process.platform === 'linux')
    expect(
      execFileSync('sha256sum', ['--check', '--ignore-missing', 'SHA256SUMS'], { cwd: folder }).toString(),
    ).toBe('a.txt: OK\nb.txt: OK\n');
});

const nginx = findServer('nginx');
const canUnzip = process.platform !== 'win32' && runs('unzip', ['-v']);

test.skipIf(nginx === null || !canUnzip)(
  'three lines put it on a bare nginx, and the same three put it over an older one',
  async () => {
    const bare = await bareNginx(nginx ?? '');
    await bare.install({ ...NEW, version: '9.9.8', site: await smallSite() });
    expect(await bare.textOf('/', (text) => text.includes('<h1>Vroeger</h1>'))).toContain('Vroeger');

    await bare.install(NEW);
    const ours = await startServer({ root, port: 0 });
    onTestFinished(() => ours.close());
    await bare.textOf('/', (text) => text === readFileSync(join(root, 'index.html'), 'utf8'));
    const paths = [
      '',
      'lessen/betalen-per-gebruik/',
      'lessen/betalen-per-gebruik',
      'sw.js',
      'niet/hier/',
      '_headers',
    ];
    for (const path of paths) expect(await seen(bare.url + path), path).toEqual(await seen(ours.url + path));
  },
  SERVER_LIMIT_MS,
);

test.skipIf(nginx === null || !canUnzip)(
  'who has a file of the last release gets that of the next, also when it is as long',
  async () => {
    const bare = await bareNginx(nginx ?? '');
    await bare.install({ ...NEW, version: '9.9.8', site: await smallSite('Vroeger') });
    await bare.textOf('/', (text) => text.includes('Vroeger'));
    const { headers, text } = await fetch(bare.url).then(async (answer) => ({
      headers: answer.headers,
      text: await answer.text(),
    }));
    const had = {
      'if-none-match': headers.get('etag') ?? '',
      'if-modified-since': headers.get('last-modified') ?? '',
    };
    // A browser that asks sends what it was told.
    const asked = () => fetch(bare.url, { headers: had, cache: 'no-store' });
    expect((await asked()).status).toBe(304);
    await bare.install({ ...NEW, site: await smallSite('Vandaag') });
    await bare.textOf('/', (text) => text.includes('Vandaag'));
    const now = await (await asked()).text();
    expect(now).toContain('Vandaag');
    expect(now).toHaveLength(text.length);
  },
  SERVER_LIMIT_MS,
);

async function seen(url: string) {
  const answer = await fetch(url, { redirect: 'manual' });
  const kept = answer.status === 308 ? null : answer.headers.get('cache-control');
  return {
    status: answer.status,
    policy: answer.headers.get('content-security-policy'),
    isolation: answer.headers.get('cross-origin-embedder-policy'),
    kept,
    body: answer.status === 308 ? '' : await answer.text(),
  };
}

/** An nginx as a system installs it: running, with a folder for sites, and nothing in it. In a folder of its own, on a free port. */
async function bareNginx(program: string) {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-bare-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const etc = join(folder, 'etc/nginx');
  const www = join(folder, 'var/www');
  mkdirSync(join(etc, 'sites-enabled'), { recursive: true });
  mkdirSync(www, { recursive: true });
  const main = join(etc, 'nginx.conf');
  // The workers of a root's nginx are another user, who can't come in a folder for tests.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  const parts = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (part) => `${part}_temp_path ${folder}/${part};`,
  );
  writeFileSync(
    main,
    `${user}daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${parts.join('\n')}\ninclude ${etc}/sites-enabled/*;\n}\n`,
  );
  const running = spawn(program, ['-p', folder, '-c', main], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(running, 'exit');
  onTestFinished(async () => {
    running.kill('SIGTERM');
    await ended;
  });
  const url = `http://127.0.0.1:${port}/`;
  return {
    url,
    async install(release: typeof NEW): Promise<void> {
      const name = releaseName(release.version);
      writeFileSync(join(folder, `${name}.zip`), releaseZip(release));
      const [unpack, copy, reload] = nginxLines(name).map((line) =>
        line
          .replaceAll('/var/www', www)
          .replaceAll('/etc/nginx', etc)
          .replace(/^nginx /, `'${program}' -p '${folder}' -c '${main}' `),
      );
      const sh = (line = '') => execFileSync('sh', ['-c', line], { cwd: folder, stdio: 'pipe' });
      sh(unpack);
      // What stands at a place of its own here, and nothing else.
      const settings = join(www, name, 'nginx.conf');
      const written = readFileSync(settings, 'utf8');
      expect(written).toContain(`root "/var/www/${name}/site";`);
      expect(written).toContain('listen 80;');
      writeFileSync(
        settings,
        written.replaceAll('/var/www', www).replace('listen 80;', `listen 127.0.0.1:${port};`),
      );
      sh(copy);
      // The first reload may come before nginx has written who it is.
      while (!runs('test', ['-s', join(folder, 'nginx.pid')])) await delay(BETWEEN_TRIES_MS);
      sh(reload);
    },
    /** An nginx that reloads still answers with what it had, for a moment. */
    async textOf(path: string, isIt: (text: string) => boolean): Promise<string> {
      for (;;) {
        const text = await fetch(new URL(path, url)).then(
          (answer) => answer.text(),
          () => null,
        );
        if (text !== null && isIt(text)) return text;
        await delay(BETWEEN_TRIES_MS);
      }
    },
  };
}

async function smallSite(title = 'Vroeger'): Promise<string> {
  const folder = siteFolder({
    'index.html': html(`<h1>${title}</h1>`),
    '404.html': html('Weg'),
    _headers: '/*\n  X-A: b\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  });
  await writeServiceWorker(folder, '/');
  expect(readBuild(folder).base).toBe('/');
  return folder;
}

function runs(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
