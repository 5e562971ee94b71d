/** Which browser `npm test` drives: the one that somebody names, else one that is on this computer, else one that it installs. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  CHROMIUM_VARIABLE,
  findChromium,
  findHeadlessShell,
  findQuickChromium,
  SHELL_VARIABLE,
} from '../../src/cli/find-browser.ts';

const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** A computer whose programs are these. */
function computerWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-browser-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });
  mkdirSync(join(folder, 'leeg'));
  for (const name of names) writeFileSync(join(folder, name + SUFFIX), '');
  vi.stubEnv('PATH', [join(folder, 'leeg'), folder].join(delimiter));
  vi.stubEnv(CHROMIUM_VARIABLE, '');
  vi.stubEnv(SHELL_VARIABLE, '');
  return folder;
}

describe('a browser that is on this computer is found', () => {
  test.each(['chromium', 'google-chrome', 'microsoft-edge'])('%s', (name) => {
    const folder = computerWith(name);
    expect(findChromium()).toBe(join(folder, name + SUFFIX));
  });
});

test('one in an unusual place goes before all others', () => {
  const folder = computerWith('chromium', 'mijn-browser');
  const mine = join(folder, `mijn-browser${SUFFIX}`);
  vi.stubEnv(CHROMIUM_VARIABLE, mine);
  expect(findChromium()).toBe(mine);
  vi.stubEnv(CHROMIUM_VARIABLE, join(folder, 'is-er-niet'));
  expect(findChromium()).toBe(join(folder, `chromium${SUFFIX}`));
});

describe('the headless shell', () => {
  test('stands beside a browser, and is what pages are tried with when `npm test` says so', () => {
    const folder = computerWith('chromium', 'chromium-headless-shell');
    const shell = join(folder, `chromium-headless-shell${SUFFIX}`);
    expect([findHeadlessShell(), findChromium()]).toEqual([shell, join(folder, `chromium${SUFFIX}`)]);
    expect(findQuickChromium()).toBe(findChromium());
    vi.stubEnv(SHELL_VARIABLE, shell);
    expect(findQuickChromium()).toBe(shell);
  });

  test('is not asked for where somebody names the browser to test', async () => {
    const { ensureShell, started } = await ensureWith([]);
    vi.stubEnv(CHROMIUM_VARIABLE, '/mijn/chromium');
    expect(ensureShell()).toBeNull();
    expect(started).not.toHaveBeenCalled();
  });

  test.runIf(process.getuid?.() === 0)('is installed for root, and looked for again', async () => {
    const { ensureShell, started } = await ensureWith([], [null, '/nieuw/shell']);
    expect(ensureShell()).toBe('/nieuw/shell');
    expect(started.mock.calls.map(([program, args]) => [program, args.at(-1)])).toEqual([
      ['apt-get', 'update'],
      ['apt-get', 'chromium-headless-shell'],
    ]);
  });
});

test.runIf(process.getuid?.() === 0).each([
  [null, ['firefox-esr', 'webkit2gtk-driver', 'xvfb']],
  ['/bin/firefox', ['webkit2gtk-driver', 'xvfb']],
])('of the other families what is missing is installed for root (Firefox: %s)', async (firefox, missing) => {
  const { ensureOthers, started } = await ensureWith([], [], firefox);
  ensureOthers();
  expect(started.mock.calls.map(([program, args]) => [program, args.slice(-missing.length)])).toEqual([
    ['apt-get', ['update']],
    ['apt-get', missing],
  ]);
});

async function ensureWith(
  found: readonly (string | null)[],
  shells: readonly (string | null)[] = [],
  firefox: string | null = null,
) {
  // `npm test` names the browser that it found.
  vi.stubEnv(CHROMIUM_VARIABLE, '');
  const answers = [...found];
  const shellAnswers = [...shells];
  const started = vi.fn((_program: string, _args: readonly string[]) => ({ status: 0 }));
  vi.doMock('node:child_process', () => ({ spawnSync: started }));
  vi.doMock('../../src/cli/find-browser.ts', () => ({
    CHROMIUM_VARIABLE,
    findChromium: () => answers.shift() ?? null,
    findHeadlessShell: () => shellAnswers.shift() ?? null,
    findFirefox: () => firefox,
    findWebkit: () => null,
  }));
  vi.resetModules();
  const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of [log, error]) spy.mockImplementation(() => {});
  onTestFinished(() => {
    vi.doUnmock('node:child_process');
    vi.doUnmock('../../src/cli/find-browser.ts');
    vi.resetModules();
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  const { ensureBrowser, ensureHeadlessShell, ensureOtherFamilies } = await import(
    '../../src/cli/ensure-browser.ts'
  );
  return {
    ensure: ensureBrowser,
    ensureShell: ensureHeadlessShell,
    ensureOthers: ensureOtherFamilies,
    started,
    error,
  };
}

describe('where there is none', () => {
  test('one is installed, and looked for again', async () => {
    const { ensure, started } = await ensureWith([null, '/nieuw/chromium']);
    expect(ensure()).toBe('/nieuw/chromium');
    const [[program, [installer = '', ...asked]] = ['', []], ...more] = started.mock.calls;
    expect([program, asked, more]).toEqual([process.execPath, ['install', 'chromium'], []]);
    expect(existsSync(installer), installer).toBe(true);
  });

  test('and none can be installed, the reader hears what to do', async () => {
    const { ensure, error } = await ensureWith([]);
    expect(ensure()).toBeNull();
    expect(error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`${CHROMIUM_VARIABLE}=/pad/naar`));
  });
});
