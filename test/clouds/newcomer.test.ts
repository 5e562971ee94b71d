/**
 * The newcomer's way to its end: what was downloaded in a browser is unpacked in an empty folder, and `npm ci` and `npm test` do there
 * what `LEESMIJ.md` says, with nothing around them but Node, npm and the way to its registry.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { unzipSync } from 'fflate';
import { goNewcomersWay } from '../browser/newcomers-way.ts';
import { expect, test } from '../browser/site.ts';

/** Packages of 100 MB come over a line that may be slow. */
const LIMIT_MS = 15 * 60_000;

test('both zips of the newcomer pass their own tests on a bare machine', { timeout: LIMIT_MS }, async ({
  openPage,
}) => {
  const taken = await goNewcomersWay(await openPage(''));
  expect(taken).toHaveLength(2);
  for (const { bytes, platform } of taken) {
    const place = mkdtempSync(join(tmpdir(), 'functielab-nieuwkomer-'));
    try {
      unpack(bytes, place);
      const folder = join(place, 'takenlijst');
      await passes(platform, folder, place, ['ci']);
      const printed = await passes(platform, folder, place, ['test']);
      // That there are examples, a request that makes something, and one that lists it.
      expect(printed, platform).toMatch(/\bpass 3\b/);
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }
});

function unpack(bytes: Uint8Array, place: string): void {
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  }
}

/** @returns what npm printed @throws Error with all of that when it failed */
async function passes(
  platform: string,
  folder: string,
  place: string,
  args: readonly string[],
): Promise<string> {
  const child = spawn('npm', args, {
    cwd: folder,
    env: bare(place),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`npm ${args.join(' ')} for ${platform} ended with ${code}:\n${printed}`);
  return printed;
}

/** Of a machine's own settings only those that say how a registry is reached; the home folder is an empty one. */
function bare(home: string): NodeJS.ProcessEnv {
  const isOfTheLine = /^(https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|SystemRoot)$/i;
  const line = Object.entries(process.env).filter(([name]) => isOfTheLine.test(name));
  const paths = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
  return {
    ...Object.fromEntries(line),
    PATH: [dirname(process.execPath), ...paths].join(delimiter),
    HOME: home,
    USERPROFILE: home,
    npm_config_userconfig: join(homedir(), '.npmrc'),
  };
}
