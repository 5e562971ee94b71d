/** The process behind the tabs of Chromium: one for all who want it alike, since each takes a second and much memory. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { chromiumFlags, findChromium, findQuickChromium } from '../../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { type Needs, WINDOW } from './family.ts';

export interface Wanted extends Needs {
  /** Of its command line, besides what every one gets. */
  readonly args?: readonly string[];
  /** Of its profile, as its file `Preferences` has them; only the whole browser reads that. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

export interface Shared {
  readonly browser: Browser;
  /** It ends when nobody needs it any more. */
  release(): Promise<void>;
}

interface Running {
  users: number;
  readonly starting: Promise<{ readonly browser: Browser; readonly end: () => Promise<void> }>;
}

const running = new Map<string, Running>();

export async function shareChromium(wanted: Wanted): Promise<Shared> {
  const key = JSON.stringify(wanted);
  const one = running.get(key) ?? { users: 0, starting: start(wanted) };
  running.set(key, one);
  one.users += 1;
  const { browser, end } = await one.starting;
  return {
    browser,
    release: async () => {
      one.users -= 1;
      if (one.users > 0) return;
      running.delete(key);
      await end();
    },
  };
}

async function start({ isWhole = false, args = [], preferences }: Wanted) {
  const executablePath = isWhole || preferences ? findChromium() : findQuickChromium();
  if (executablePath === null) throw new Error('No Chromium: `npm test` installs one');
  const profile = preferences === undefined ? null : newProfile(preferences);
  const browser = await launch({
    executablePath,
    // Chromium gives a sandboxed frame a process of its own; Puppeteer turns that off by default.
    args: [...chromiumFlags(), '--accept-lang=nl-NL', '--enable-features=IsolateSandboxedIframes', ...args],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    defaultViewport: { ...WINDOW },
    ...(profile && { userDataDir: profile }),
    // A busy machine starts it slowly, and a page may wait for the processor.
    timeout: PATIENCE_MS,
    protocolTimeout: PATIENCE_MS,
  });
  const end = async () => {
    await browser.close();
    if (profile) rmSync(profile, { recursive: true, force: true });
  };
  return { browser, end };
}

function newProfile(preferences: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-chromium-'));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return folder;
}
