/** Finds the browsers of this computer: one named in the environment, an installed one, or Playwright's own. */
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium, firefox } from 'playwright-core';

/** Where installers put it when it is not on the PATH. */
const CHROMIUM_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: programFolders().flatMap((folder) => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
};
/** As its packages for Linux call it. */
const EDGE = ['microsoft-edge', 'microsoft-edge-stable'];
const FIREFOX_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: programFolders().map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
};

/** Debian's places and Fedora's. */
const MINI_BROWSERS = ['/usr/lib/*/webkit*gtk-*/MiniBrowser', '/usr/libexec/webkit*gtk-*/MiniBrowser'];

/** Names of the variables that point at a browser, for whoever has one in an unusual place. */
export const CHROMIUM_VARIABLE = 'FUNCTIELAB_CHROMIUM';
export const FIREFOX_VARIABLE = 'FUNCTIELAB_FIREFOX';
/** Set by `npm test` alone: what a person names is a whole browser. */
export const SHELL_VARIABLE = 'FUNCTIELAB_HEADLESS_SHELL';

/** As Debian calls it, and as Google does. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

/** @returns path of a Chromium, Chrome or Edge, or null */
export function findChromium(): string | null {
  return firstThatExists([
    process.env[CHROMIUM_VARIABLE],
    ...onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', ...EDGE]),
    ...(CHROMIUM_PLACES[process.platform] ?? []),
    chromium.executablePath(),
  ]);
}

/**
 * Chromium's engine without the browser around it: a page costs a third of the processor. It knows no back/forward cache and does
 * not outlive the loss of a process, so what is about those needs the whole browser.
 *
 * @returns path of one on the PATH, or null
 */
export function findHeadlessShell(): string | null {
  return firstThatExists(onPath(SHELLS));
}

/** @returns path of the headless shell that `npm test` found, else of a whole Chromium, or null */
export function findQuickChromium(): string | null {
  return firstThatExists([process.env[SHELL_VARIABLE]]) ?? findChromium();
}

/** @returns path of an ordinary Firefox, which WebDriver BiDi can drive, or null */
export function findFirefox(): string | null {
  return firstThatExists([
    process.env[FIREFOX_VARIABLE],
    ...onPath(['firefox', 'firefox-esr']),
    ...(FIREFOX_PLACES[process.platform] ?? []),
    firefox.executablePath(),
  ]);
}

/** WebKitGTK: the same engine as Safari's, with a driver; Safari itself cannot be driven from here. */
export interface Webkit {
  /** Path of WebKitWebDriver. */
  readonly driver: string;
  /** Path of MiniBrowser, which WebKitGTK brings along and puts nowhere on the PATH. */
  readonly browser: string;
  /** Path of Xvfb, a screen that nobody sees: MiniBrowser has no headless mode. */
  readonly screen: string;
}

/** @returns null where one of its three programs is missing: Debian's `webkit2gtk-driver` and `xvfb` have them */
export function findWebkit(): Webkit | null {
  const driver = firstThatExists(onPath(['WebKitWebDriver']));
  const screen = firstThatExists(onPath(['Xvfb']));
  const browser = globSync(MINI_BROWSERS).sort().at(-1);
  return driver && screen && browser ? { driver, screen, browser } : null;
}

/** Chromium refuses its own sandbox to root, as whom tests run in a container. Nothing runs in it but our site. */
export function chromiumFlags(): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'];
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

function programFolders(): string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
}

function firstThatExists(paths: readonly (string | undefined)[]): string | null {
  return paths.find((path): path is string => path !== undefined && path !== '' && existsSync(path)) ?? null;
}
