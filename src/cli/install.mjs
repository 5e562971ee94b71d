/**
 * The first step of `npm start` and `npm test`: installs what is missing or stale, and is silent otherwise.
 *
 * Plain JavaScript without dependencies, because it runs before anything is installed, on whatever Node the
 * reader has (18 or newer). One of the packages it installs is a Node of the version that the project is tested
 * with, as one optional package a platform: the scripts after this step find that Node first. No dependency runs a
 * script of its own at installation: what is installed is what the hashes in `package-lock.json` say, and no more.
 *
 * Fresh means that npm's own record of what it put in `node_modules` agrees with `package-lock.json`. npm
 * writes that record last, so an install that was interrupted has none. A stamp of our own would go stale
 * whenever somebody runs `npm install` by hand.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startProgress } from './progress.mjs';

const RECORD = join('node_modules', '.package-lock.json');

/** The first Node that runs TypeScript without a flag. */
const OLDEST_NODE = /** @type {const} */ ([22, 18]);

/**
 * Everything that the project uses stands under these two, so settings of the reader's npm that leave them out
 * (`omit=optional`, `NODE_ENV=production`) don't count here.
 */
const ARGUMENTS = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/**
 * @param {string} path
 * @returns {{ packages?: Record<string, LockedPackage>, [field: string]: unknown } | null} null: no such file, or not JSON
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, os?: string | string[], cpu?: string | string[], [field: string]: unknown }} LockedPackage
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
  if (Object.keys(installed).some((path) => !wanted[path])) return 'stale';
  // A folder that came from another computer, or an npm that was told to leave out what is optional.
  const ours = Object.keys(asked(root)?.optionalDependencies ?? {}).map((name) => `node_modules/${name}`);
  if (ours.some((path) => wanted[path] && isForThisSystem(wanted[path]) && !installed[path])) return 'stale';
  // Somebody edited package.json and did not run `npm install`: `npm ci` refuses, in English.
  const asksTheSame = ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (field) => sorted(asked(root)?.[field]) === sorted(wanted['']?.[field]),
  );
  return asksTheSame ? null : 'stale';
}

/** @param {string} root */
function asked(root) {
  return readJson(join(root, 'package.json'));
}

/** @param {LockedPackage} locked */
function isForThisSystem({ os, cpu }) {
  return (
    (os === undefined || [os].flat().includes(process.platform)) &&
    (cpu === undefined || [cpu].flat().includes(process.arch))
  );
}

/** @param {unknown} ranges the names and versions of one field of package.json, in any order */
function sorted(ranges) {
  return JSON.stringify(Object.entries(ranges ?? {}).sort());
}

/**
 * Runs npm with the Node and the npm that started us, so that no shell and no PATH comes into it.
 *
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number | null, stderr: string, error?: Error & { code?: string } }>}
 */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  const isWindows = process.platform === 'win32';
  const [command, ...first] =
    cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, cli] : [isWindows ? 'npm.cmd' : 'npm'];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: first.length === 0 && isWindows,
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('error', (error) => resolve({ status: null, stderr, error }));
    child.once('close', (status) => resolve({ status, stderr }));
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

/** @param {string} version as in `v26.10.0` */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/**
 * What to do when the Node of this computer has to run the scripts and can't; null when it can.
 *
 * @param {string} version as in `v20.19.2`
 */
export function adviceForNode(version) {
  if (isNewEnough(version)) return null;
  return (
    `Voor dit systeem (${process.platform} ${process.arch}) is er geen Node die het project zelf meebrengt, ` +
    `en de Node op deze computer (${version}) is te oud.\n` +
    `Installeer Node.js ${OLDEST_NODE.join('.')} of nieuwer (https://nodejs.org), en draai deze opdracht nog eens.`
  );
}

/**
 * The version of the Node that the scripts after this one find. A brought Node that doesn't run here, as on a Linux
 * with another C library, is taken out of their way.
 *
 * @param {string} root
 */
function nodeOfScripts(root) {
  const isWindows = process.platform === 'win32';
  const bin = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(bin)) return process.version;
  const { stdout, status } = spawnSync(isWindows ? `"${bin}.cmd"` : bin, ['--version'], {
    encoding: 'utf8',
    shell: isWindows,
  });
  if (status === 0) return stdout.trim();
  for (const ending of ['', '.cmd', '.ps1']) rmSync(bin + ending, { force: true });
  return process.version;
}

/** @param {string} message */
function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

async function main() {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const why = whatIsStale(root);
  if (why !== null) {
    const progress = startProgress(
      why === 'missing' ? 'Pakketten installeren, alleen de eerste keer' : 'Pakketten bijwerken',
      'meestal een halve minuut',
    );
    const result = await npm(root, ARGUMENTS);
    if (result.error || result.status !== 0) {
      progress.fail();
      // npm follows its reason with a page of usage; the reason is enough.
      if (result.stderr) console.error(result.stderr.trim().split('\n').slice(0, 12).join('\n'));
      fail(explainFailure(result));
    }
    progress.done('De pakketten zijn geïnstalleerd');
  }
  const advice = adviceForNode(why === null ? process.version : nodeOfScripts(root));
  if (advice !== null) fail(advice);
}

const started = process.argv[1] && pathToFileURL(realpathSync(process.argv[1])).href;
if (started === import.meta.url) await main();
