/** The command that prints a recipe. What the recipes do in a real nginx, Caddy and Apache: test/built-site/hosting.test.ts. */
import { describe, expect, test } from 'vitest';
import { writeServiceWorker } from '../../src/build/offline-integration.ts';
import { hosting, RECIPES } from '../../src/cli/hosting.ts';
import { LIST_GLOBAL } from '../../src/site/offline/build-list.ts';
import { html, siteFolder } from '../build/site-folder.ts';

async function builtSite(base = '/'): Promise<string> {
  const dist = siteFolder({
    'index.html': html('Thuis'),
    _headers: `${base}*
  X-Alles: a "b"

${base}lessen/een/
  X-Soms: ja

${base}sw.js
  Cache-Control: no-cache
`,
  });
  await writeServiceWorker(dist, base);
  return dist;
}

/** Lines of the recipe that say something about headers. */
function headerLines(recipe: string): string[] {
  return recipe
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /X-|lessen|Cache-Control|no-|sw\\/.test(line));
}

describe('a recipe', () => {
  test('for nginx sets each header once, and by path where it has to', async () => {
    const { status, stdout, stderr } = hosting(['nginx'], {}, await builtSite());
    expect([status, stderr]).toEqual([0, '']);
    expect(headerLines(stdout)).toEqual([
      '# X-Soms',
      '"~^/lessen/een/$" "ja";',
      'default "no-cache";',
      '"~^404" "no-store";',
      '"~^[0-9]+/sw\\.js$" "no-cache";',
      'add_header X-Alles "a \\"b\\"" always;',
      'add_header X-Soms $functielab_2 always;',
      'add_header Cache-Control $functielab_cache always;',
    ]);
  });

  test('for Caddy does the same', async () => {
    const { stdout } = hosting(['caddy'], {}, await builtSite());
    expect(headerLines(stdout)).toEqual([
      'header X-Alles `a "b"`',
      '@h2 path_regexp `^/lessen/een/$`',
      'header @h2 X-Soms `ja`',
      'header Cache-Control "no-cache"',
      '@c1 path_regexp `^/sw\\.js$`',
      'header @c1 Cache-Control `no-cache`',
      'header Cache-Control "no-store"',
    ]);
  });

  test('for Apache does the same', async () => {
    const { stdout } = hosting(['apache'], {}, await builtSite());
    expect(headerLines(stdout)).toEqual([
      'RewriteRule "^/lessen/een/$" - [E=FUNCTIELAB_2:1]',
      'RewriteRule "^/sw\\.js$" - [E=FUNCTIELAB_BEWAAR_1:1]',
      'Header always set X-Alles "a \\"b\\""',
      `Header always set X-Soms "ja" "expr=-n reqenv('FUNCTIELAB_2') || -n reqenv('REDIRECT_FUNCTIELAB_2')"`,
      'Header always set Cache-Control "no-cache"',
      `Header always set Cache-Control "no-cache" "expr=-n reqenv('FUNCTIELAB_BEWAAR_1') || -n reqenv('REDIRECT_FUNCTIELAB_BEWAAR_1')"`,
      'Header always set Cache-Control "no-store" "expr=%{REQUEST_STATUS} == 404"',
    ]);
  });

  test('for IIS says it for the site, for a folder and for a file, as XML, and a 404 is not kept', async () => {
    const dist = siteFolder({
      _headers:
        '/*\n  X-Alles: a "b" <c> & d\n/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n/sw.js\n  Cache-Control: no-cache\n  X-Soms: ja\n',
      'sw.js': worker('/'),
    });
    const { status, stdout } = hosting(['iis'], {}, dist);
    expect(status).toBe(0);
    const [site = '', assets = '', script = ''] = stdout.split('<location ');
    expect(site).toContain('<add name="X-Alles" value="a &quot;b&quot; &lt;c&gt; &amp; d" />');
    expect(site).toContain('<clientCache cacheControlMode="DisableCache" />');
    expect(site).toContain('<error statusCode="404" path="404.html" responseMode="File" />');
    expect(site).toContain('<add segment="_headers" />');
    expect(site).toContain('<mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />');
    expect(assets).toMatch(/^path="_astro">/);
    expect(assets).toContain(
      '<clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />',
    );
    // Among the headers it would go with a 404 too.
    expect(stdout).not.toContain('name="Cache-Control"');
    expect(script).toMatch(/^path="sw.js">/);
    expect(script).toContain('<add name="X-Soms" value="ja" />');
    expect(opened(stdout)).toEqual([]);
  });

  test('for IIS refuses what IIS has no words for', () => {
    const refused = (rule: string) =>
      hosting(['iis'], {}, siteFolder({ _headers: rule, 'sw.js': worker('/') }));
    expect(refused('/:een/\n  X-A: b\n')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('/:een/'),
    });
    expect(refused('/a/*\n  Cache-Control: private\n')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('private'),
    });
  });

  test('asks for https from then on over https alone, and never behind a server that does https', async () => {
    const dist = await builtSite();
    const lines = (args: string[]) =>
      hosting(args, {}, dist)
        .stdout.split('\n')
        .map((line) => line.trim())
        .filter((line) => line.includes('Strict-Transport-Security'));
    expect(lines(['caddy'])).toEqual(['header @https Strict-Transport-Security "max-age=31536000"']);
    expect(lines(['nginx'])).toEqual(['add_header Strict-Transport-Security $functielab_https always;']);
    expect(hosting(['nginx'], {}, dist).stdout).toContain('on "max-age=31536000";');
    expect(lines(['apache'])).toEqual([
      `Header always set Strict-Transport-Security "max-age=31536000" "expr=%{HTTPS} == 'on'"`,
    ]);
    for (const server of Object.keys(RECIPES)) expect(lines([server, '--port', '8080'])).toEqual([]);
  });

  test.each([
    ['nginx', ['server_tokens off;', '# brotli on;', 'gzip on;']],
    ['caddy', ['encode zstd gzip', '# precompressed br']],
    ['apache', ['ServerTokens Prod', 'AddOutputFilterByType BROTLI_COMPRESS text/html']],
  ])('for %s packs, and keeps the version of the server to itself', async (server, parts) => {
    const { stdout } = hosting([server], {}, await builtSite());
    for (const part of parts) expect(stdout).toContain(part);
  });

  test('knows from the build in which folder the site lives', async () => {
    const dist = await builtSite('/cursus/');
    expect(hosting(['nginx'], {}, dist).stdout).toContain('rewrite "^/cursus(/.*)$" $1 break;');
    expect(hosting(['caddy'], {}, dist).stdout).toContain('handle_path /cursus/* {');
    expect(hosting(['apache'], {}, dist).stdout).toContain('ErrorDocument 404 /cursus/404.html');
  });

  test('takes name, folder and port from its options', async () => {
    const dist = await builtSite();
    const options = ['--name', 'cursus.example', '--root', '/var/www/cursus', '--port', '8080'];
    const nginx = hosting(['nginx', ...options], {}, dist).stdout;
    expect(nginx).toContain('server_name cursus.example;');
    expect(nginx).toContain('root "/var/www/cursus";');
    expect(nginx).toContain('listen 8080;');
    expect(hosting(['caddy', ...options], {}, dist).stdout).toContain('http://cursus.example:8080 {');
    const apache = hosting(['apache', ...options], {}, dist).stdout;
    expect(apache).toContain('ServerName cursus.example');
    expect(apache).toContain('DocumentRoot "/var/www/cursus"');
    expect(apache).toContain('<VirtualHost *:8080>');
  });

  test('takes the name from the address of the site, and else one to change', async () => {
    const dist = await builtSite();
    const env = { SITE_URL: 'https://school.example/cursus/' };
    expect(hosting(['caddy'], env, dist).stdout).toContain('\nschool.example {');
    expect(hosting(['caddy'], {}, dist).stdout).toContain('\nfunctielab.example {');
  });

  test('never lets the server read a value as its own language', () => {
    const dist = siteFolder({ _headers: '/*\n  X-A: $host {a} %{b}\n', 'sw.js': worker('/') });
    expect(hosting(['nginx'], {}, dist)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('$host'),
    });
    expect(hosting(['caddy'], {}, dist)).toMatchObject({ status: 1, stderr: expect.stringContaining('{a}') });
    expect(hosting(['apache'], {}, dist)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('%{b}'),
    });
  });
});

describe('a wrong command', () => {
  test.each([
    [[], 'Noem een server.'],
    [['lighttpd'], 'Voor "lighttpd" is er geen recept.'],
    [['constructor'], 'Voor "constructor" is er geen recept.'],
    [['nginx', 'caddy'], 'Dit hoort er niet bij: caddy'],
    [['nginx', '--kleur'], 'Dit begrijpen we niet: nginx --kleur'],
    [['nginx', '--port', '0'], 'Dit is geen poortnummer: 0'],
    [['nginx', '--name', 'https://a.nl'], 'Dit is geen naam van een site: https://a.nl'],
  ])('%j tells how it is used, with status 2', async (args, message) => {
    const { status, stdout, stderr } = hosting(args, {}, await builtSite());
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('Servers: nginx, caddy, apache, iis');
  });

  test('without a built site tells how to make one', () => {
    const { status, stdout, stderr } = hosting(['nginx'], {}, siteFolder({ 'a.txt': '' }));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Draai eerst: npm run build');
  });
});

/** @returns the elements of XML that are not closed where they should be */
function opened(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name = '', alone] of xml
    .replace(/<!--.*?-->|<\?.*?\?>/gs, '')
    .matchAll(/<(\/?)([\w.]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '/') {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (alone !== '/') open.push(name);
  }
  return open;
}

function worker(base: string): string {
  return `self.${LIST_GLOBAL}=${JSON.stringify({ id: '', base, shell: [], rest: [] })};\n`;
}
