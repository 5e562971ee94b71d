/** Part of `npm test`: finds a Chromium, or installs one. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { CHROMIUM_VARIABLE, findChromium } from './find-browser.ts';

/** @returns path of the browser, or null when there is none and none could be installed; that is explained then */
export function ensureBrowser(): string | null {
  const found = findChromium();
  if (found) return found;

  console.log('Er is geen Chromium op deze computer. Ik probeer er een te installeren.');
  for (const install of [installWithPlaywright, installWithApt]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    'Het is niet gelukt om Chromium te installeren. Zonder browser kan ik de cursus niet testen.\n' +
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

/** Debian and its kin, in a container: only there may a test run install a package for the whole computer. */
function installWithApt(): void {
  if (process.getuid?.() !== 0) return;
  const options = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const updated = spawnSync('apt-get', ['update'], options);
  if (updated.status === 0)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}
