/**
 * The first step of `npm start` and `npm test`: installs what is missing or stale, and is silent otherwise.
 *
 * Plain JavaScript without dependencies, because it runs before anything is installed, on whatever Node the
 * reader has (18 or newer). One of the packages it installs is `node` itself: the scripts after this step
 * find that Node first, so that everybody builds and tests with the same one.
 *
 * Fresh means that npm's own record of what it put in `node_modules` agrees with `package-lock.json`. npm
 * writes that record last, so an install that was interrupted has none. A stamp of our own would go stale
 * whenever somebody runs `npm install` by hand.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const RECORD = join('node_modules', '.package-lock.json');

/** The first Node that runs TypeScript without a flag. */
const OLDEST_NODE = [22, 18];

/**
 * @param {string} path
 * @returns {{ packages?: Record<string, LockedPackage>, [field: string]: unknown } | null} null: no such file, or not JSON
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean, [field: string]: unknown }} LockedPackage
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * What has to be installed, in a word; null when nothing has.
 *
 * @param {string} root folder of the project
 * @returns {'missing' | 'stale' | null}
 */
export function whatIsStale(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  const installed = readJson(join(root, RECORD))?.packages;
  if (!installed) return 'missing';
  if (!wanted) return 'stale';

  for (const [path, { version, integrity, optional, devOptional }] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // npm leaves out what is for other systems, such as the Windows build of a compiler.
    if (!found && (optional || devOptional)) continue;
    if (!found || found.version !== version || found.integrity !== integrity) return 'stale';
    if (!existsSync(join(root, path))) return 'stale';
  }
  for (const path of Object.keys(installed)) {
    // The package `node` fetches the build for this system by itself; npm's record may name it.
    if (
      !wanted[path] &&
      !path.startsWith('node_modules/node/') &&
      !path.startsWith('node_modules/node-bin-')
    ) {
      return 'stale';
    }
  }
  // Somebody edited package.json and did not run `npm install`: `npm ci` refuses, in English.
  const asked = readJson(join(root, 'package.json'));
  const asksTheSame = ['dependencies', 'devDependencies'].every(
    (field) => sorted(asked?.[field]) === sorted(wanted['']?.[field]),
  );
  return asksTheSame ? null : 'stale';
}

/** @param {unknown} ranges the names and versions of one field of package.json, in any order */
function sorted(ranges) {
  return JSON.stringify(Object.entries(ranges ?? {}).sort());
}

/** Runs npm with the Node and the npm that started us, so that no shell and no PATH comes into it. */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] };
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        ...options,
        shell: process.platform === 'win32',
      });
}

/**
 * What went wrong, in words for somebody who never installed a package.
 *
 * @param {{ error?: Error & { code?: string }, stderr?: string }} result
 */
export function explainFailure({ error, stderr = '' }) {
  if (error?.code === 'ENOENT') {
    return 'Ik kan npm niet vinden. Installeer Node.js (https://nodejs.org); npm zit daarbij.';
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(stderr)) {
    return 'De pakketten konden niet worden opgehaald. Ben je verbonden met internet? Probeer het dan nog eens.';
  }
  if (/EUSAGE|in sync/.test(stderr)) {
    return 'package.json en package-lock.json passen niet bij elkaar. Draai eerst: npm install';
  }
  if (/EACCES|EPERM/.test(stderr)) {
    return 'npm mag niet schrijven in node_modules. Gooi die map weg, of kijk van wie ze is.';
  }
  if (/ENOSPC/.test(stderr)) return 'De schijf is vol.';
  return 'Het installeren is niet gelukt. Hierboven staat wat npm ervan zegt.';
}

/** Whether the Node that the other scripts will find can run them. */
function nodeWorks(root) {
  const bin = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const { stdout } = spawnSync(bin, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const [major = 0, minor = 0] = (stdout ?? '').trim().replace('v', '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const why = whatIsStale(root);
  if (why === null) return;

  console.log(
    why === 'missing'
      ? 'Ik installeer de pakketten. Dat duurt een minuut en hoeft maar één keer.'
      : 'Er zijn pakketten veranderd. Ik werk ze bij.',
  );
  const result = npm(root, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.error || result.status !== 0) {
    // npm follows its reason with a page of usage; the reason is enough.
    if (result.stderr) console.error(result.stderr.trim().split('\n').slice(0, 12).join('\n'));
    fail(explainFailure(result));
  }
  if (!nodeWorks(root)) {
    fail(
      'Het pakket `node` is niet goed geïnstalleerd. Staat in je npm-instellingen `ignore-scripts` aan?\n' +
        'Draai dan: npm rebuild node --ignore-scripts=false',
    );
  }
}

const started = process.argv[1] && pathToFileURL(realpathSync(process.argv[1])).href;
if (started === import.meta.url) main();
