/** Part of `npm test`: finds a Chromium, or installs one, and the headless shell with which most pages are tested; and the other families. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import {
  CHROMIUM_VARIABLE,
  findChromium,
  findFirefox,
  findHeadlessShell,
  findWebkit,
} from './find-browser.ts';

/** @returns path of the browser, or null when there is none and none could be installed; that is explained then */
export function ensureBrowser(): string | null {
  const found = findChromium();
  if (found) return found;

  console.log('Er is geen Chromium op deze computer. We proberen er een te installeren.');
  for (const install of [installWithPlaywright, installWithApt]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    'Het is niet gelukt om Chromium te installeren. Zonder browser is de cursus niet te testen.\n' +
      'Installeer Chromium of Chrome zelf. Staat het op een ongewone plek? Zeg dan waar:\n' +
      `${CHROMIUM_VARIABLE}=/pad/naar/chromium npm test`,
  );
  return null;
}

function installWithPlaywright(): void {
  // The package lets nobody import its program by name; where the package is may be asked.
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  spawnSync(process.execPath, [join(folder, 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' });
}

/**
 * The tests take half as long with it, so nothing is told where it can't be had: the whole browser does the same.
 *
 * @returns null where somebody names a browser, since that is the one to test, and where there is none
 */
export function ensureHeadlessShell(): string | null {
  if (process.env[CHROMIUM_VARIABLE]) return null;
  const found = findHeadlessShell();
  if (found) return found;
  aptInstall(['chromium-headless-shell'], 'ignore');
  return findHeadlessShell();
}

/** Puts Firefox and WebKit there where that may be done; a path is walked in whichever there are. */
export function ensureOtherFamilies(): void {
  const missing = [
    ...(findFirefox() === null ? ['firefox-esr'] : []),
    ...(findWebkit() === null ? ['webkit2gtk-driver', 'xvfb'] : []),
  ];
  if (missing.length > 0) aptInstall(missing, 'ignore');
}

function installWithApt(): void {
  aptInstall(['chromium'], 'inherit');
}

/** A mirror that does not answer must not hold up the tests. */
const APT_LIMIT_MS = 3 * 60_000;

/** Debian and its kin, in a container: only there may a test run install a package for the whole computer. */
function aptInstall(names: readonly string[], stdio: 'inherit' | 'ignore'): void {
  if (process.getuid?.() !== 0) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio, env, timeout: APT_LIMIT_MS } as const;
  const updated = spawnSync('apt-get', ['update'], options);
  if (updated.status === 0)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], options);
}
