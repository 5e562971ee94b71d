/**
 * A real nginx, Caddy or Apache with a recipe of ours, for one test: over plain http on a port, or as somebody with a
 * certificate of their own runs it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RECIPES } from '../../src/cli/hosting.ts';
import type { HostedSite } from '../../src/cli/recipes/hosting-site.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';
import { freePort } from '../support/free-port.ts';

const BETWEEN_TRIES_MS = 25;

/** IIS runs on Windows alone. */
export type ServerName = Exclude<keyof typeof RECIPES, 'iis'>;

/** What each needs around the recipe, to run as whoever tests and to leave nothing behind. */
const SETUPS = {
  nginx: (recipe: string, folder: string) => ({
    config: `${NGINX_BROTLI === undefined ? '' : `load_module ${NGINX_BROTLI};`}
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
${recipe}
}`,
    args: (file: string) => ['-p', folder, '-c', file],
  }),
  caddy: (recipe: string) => ({
    config: `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${recipe}`,
    args: (file: string) => ['run', '--adapter', 'caddyfile', '--config', file],
  }),
  apache: (recipe: string, folder: string) => ({
    config: `
ServerRoot ${folder}
PidFile ${folder}/apache.pid
Mutex file:${folder}
ErrorLog ${folder}/error.log
ServerName localhost
${APACHE_MODULES.map((module) => apacheModule(module)).join('')}
TypesConfig /dev/null
${recipe}`,
    args: (file: string) => ['-X', '-f', file],
  }),
} satisfies Record<ServerName, unknown>;

/** As Debian, Fedora and others pack it beside nginx. */
const NGINX_BROTLI = [
  '/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so',
  '/usr/lib64/nginx/modules/ngx_http_brotli_filter_module.so',
].find(existsSync);

const NGINX_BROTLI_ON: readonly Change[] =
  NGINX_BROTLI === undefined
    ? []
    : [
        ['# brotli on;', 'brotli on;'],
        ['# brotli_types', 'brotli_types'],
      ];

/** What the recipe asks for, and what an Apache cannot do without. */
const APACHE_MODULES = [
  'mpm_event',
  'unixd',
  'authz_core',
  'mime',
  'dir',
  'filter',
  'headers',
  'rewrite',
  'deflate',
  'brotli',
  'ssl',
];
const APACHE_FOLDERS = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/usr/libexec/apache2',
  '/opt/homebrew/lib/httpd/modules',
];

/** A module that is no file is part of the program, or not there: Apache says so when it matters. */
function apacheModule(name: string): string {
  const file = apacheModuleFile(name);
  return file ? `LoadModule ${name}_module ${file}\n` : '';
}

function apacheModuleFile(name: string): string | undefined {
  return APACHE_FOLDERS.map((folder) => join(folder, `mod_${name}.so`)).find((path) => existsSync(path));
}

/** In which packings a text comes here, the smallest first, when whoever hosts the site does all that the recipe says. */
export const PACKINGS: Readonly<Record<ServerName, readonly string[]>> = {
  nginx: [...(NGINX_BROTLI === undefined ? [] : ['br']), 'gzip'],
  caddy: ['br', 'zstd', 'gzip'],
  apache: [...(apacheModuleFile('brotli') === undefined ? [] : ['br']), 'gzip'],
};

/** Paths of the two files, as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

type Change = readonly [from: string, to: string];

/** What a recipe for its usual port says to do by hand with a certificate, or leaves as it is without; each text has to be in it. */
const BY_HAND: Record<ServerName, (port: number, own: Certificate | 'none') => readonly Change[]> = {
  nginx: (port, own) =>
    own === 'none'
      ? [['listen 80;', `listen ${port};`]]
      : [
          ['    listen 80;\n', ''],
          ['# listen 443 ssl;', `listen ${port} ssl;`],
          ['# ssl_certificate /pad/naar/fullchain.pem;', `ssl_certificate ${own.certificate};`],
          ['# ssl_certificate_key /pad/naar/privkey.pem;', `ssl_certificate_key ${own.key};`],
          ...NGINX_BROTLI_ON,
        ],
  caddy: (port, own) =>
    own === 'none'
      ? [['\nlocalhost {', `\nhttp://localhost:${port} {`]]
      : [
          ['\nlocalhost {', `\nhttps://localhost:${port} {\n\ttls ${own.certificate} ${own.key}`],
          ['# precompressed br', 'precompressed br'],
        ],
  apache: (port, own) => [
    ['<VirtualHost *:80>', `Listen ${port}\n<VirtualHost *:${port}>`],
    ...(own === 'none'
      ? []
      : ([
          ['# SSLEngine on', 'SSLEngine on'],
          ['# SSLCertificateFile /pad/naar/fullchain.pem', `SSLCertificateFile ${own.certificate}`],
          ['# SSLCertificateKeyFile /pad/naar/privkey.pem', `SSLCertificateKeyFile ${own.key}`],
        ] as const)),
  ],
};

function byHand(recipe: string, changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`The recipe does not say "${from}" once`);
    return text.replace(from, to);
  }, recipe);
}

export interface RealServer {
  /** Address of the host, without the base of the site. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * @param own over https with this certificate; `none`: as it is before there is one; absent: as behind a server that does https
 * @throws Error with what the server said, when it does not start
 */
export async function startRealServer(
  server: ServerName,
  program: string,
  site: Pick<HostedSite, 'root' | 'base' | 'rules'>,
  own?: Certificate | 'none',
): Promise<RealServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), `functielab-${server}-`));
  const asked = { ...site, name: 'localhost' };
  const recipe =
    own === undefined
      ? RECIPES[server]({ ...asked, port })
      : byHand(RECIPES[server]({ ...asked, port: null }), BY_HAND[server](port, own));
  const { config, args } = SETUPS[server](recipe, folder);
  const file = join(folder, 'config');
  writeFileSync(file, config);

  const child = spawn(program, args(file), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await answers(port, child))) {
    await stop();
    throw new Error(`${server} does not start:\n${said}`);
  }
  return { url: `${own === undefined || own === 'none' ? 'http' : 'https'}://localhost:${port}`, stop };
}

async function answers(port: number, child: ChildProcess): Promise<boolean> {
  const endMs = performance.now() + PATIENCE_MS;
  while (performance.now() < endMs && child.exitCode === null) {
    const socket = connect({ port, host: 'localhost' });
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      await delay(BETWEEN_TRIES_MS);
    } finally {
      socket.destroy();
    }
  }
  return false;
}
