/**
 * WebKit, the engine of Safari, through WebDriver: WebKitGTK's own small browser on a screen that nobody sees. A driver
 * serves one session, so each tab has a driver and a browser of its own, and with them a profile.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { Builder, By, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { vi } from 'vitest';
import { findWebkit } from '../../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { freePort } from '../../support/free-port.ts';
import { type Family, KEEP_NOTHING, OPEN_COPY, type Tab, WINDOW, type WindowSize } from './family.ts';

export async function openWebkit(): Promise<Family> {
  const found = findWebkit();
  if (found === null) throw new Error('No WebKit');
  const screen = await openScreen(found.screen);
  // Where the machine names no language, a page hears of one named `C`, which is none: the library of charts fails on that.
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    GDK_BACKEND: 'x11',
    LANGUAGE: 'nl',
    LANG: 'nl_NL.UTF-8',
    LC_ALL: undefined,
  };
  return {
    newTab: async (_, { hasServiceWorker = false } = {}) => {
      const port = await freePort();
      const driver = spawn(found.driver, [`--port=${port}`], { env, stdio: 'ignore' });
      const url = `http://127.0.0.1:${port}`;
      await vi.waitFor(() => fetch(`${url}/status`), { timeout: PATIENCE_MS });
      const session = await new Builder()
        .usingServer(url)
        .withCapabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary: found.browser,
            args: ['--automation', ...(hasServiceWorker ? [] : ['--features=-ServiceWorkers'])],
          },
        })
        .build();
      await session.manage().setTimeouts({ script: PATIENCE_MS });
      await sizeWindow(session, WINDOW);
      return tabOf(session, async () => {
        await session.quit();
        await ended(driver);
      });
    },
    close: () => ended(screen.process),
  };
}

/** Each window begins as small as a phone's. */
function sizeWindow(session: WebDriver, size: WindowSize) {
  return session
    .manage()
    .window()
    .setRect({ x: 0, y: 0, ...size });
}

/** A session drives one window at a time, and has to be told which. */
async function tabOf(session: WebDriver, close: () => Promise<void>): Promise<Tab> {
  const handle = await session.getWindowHandle();
  const here = async () => {
    await session.switchTo().window(handle);
    return session;
  };
  const inFrames = async <Result>(titles: readonly string[] = [], act: () => Promise<Result>) => {
    await here();
    for (const title of titles)
      await session.switchTo().frame(await session.findElement(By.css(`iframe[title="${title}"]`)));
    try {
      return await act();
    } finally {
      // A hand points at the window, and not at one of its frames.
      if (titles.length > 0) await session.switchTo().defaultContent();
    }
  };
  return {
    goto: async (url) => (await here()).get(url),
    reload: async () => (await here()).navigate().refresh(),
    evaluate: (expression, frames) => inFrames(frames, () => session.executeScript(`return ${expression}`)),
    clickAt: async (x, y) =>
      (await here())
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT })
        .click()
        .perform(),
    drag: async (x, y, rightPx, downPx) =>
      (await here())
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT })
        .press()
        .move({ x: Math.round(x + rightPx), y: Math.round(y + downPx), origin: Origin.VIEWPORT })
        .release()
        .perform(),
    press: async (key) =>
      (await here())
        .actions()
        .sendKeys(KEYS[key] ?? key)
        .perform(),
    resize: async (size) => void (await sizeWindow(await here(), size)),
    selectAll: (frames) =>
      inFrames(frames, () =>
        session.actions().keyDown(Key.CONTROL).sendKeys('a').keyUp(Key.CONTROL).perform(),
      ),
    copy: async () => {
      const before = new Set(await (await here()).getAllWindowHandles());
      // WebKit opens a window only on a click; this one is for nothing else on the page.
      await session.executeScript(
        `addEventListener('click', (event) => { event.preventDefault(); event.stopImmediatePropagation(); ${OPEN_COPY}; }, { capture: true, once: true })`,
      );
      await session.actions().move({ x: 1, y: 1, origin: Origin.VIEWPORT }).click().perform();
      const opened = await vi.waitFor(
        async () => {
          const found = (await session.getAllWindowHandles()).find((one) => !before.has(one));
          if (found === undefined) throw new Error('The browser opened no second tab');
          return found;
        },
        { timeout: PATIENCE_MS },
      );
      await session.switchTo().window(opened);
      await sizeWindow(session, WINDOW);
      return tabOf(session, () => session.close());
    },
    // The driver ends its session with the process of a page, so the process stays.
    crash: async () => {
      await (await here()).executeScript(KEEP_NOTHING);
      await session.get(await session.getCurrentUrl());
    },
    close,
  };
}

const KEYS: Readonly<Record<string, string>> = {
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Space: Key.SPACE,
  Home: Key.HOME,
  End: Key.END,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
};

/** A display of its own number, that takes the window. */
async function openScreen(program: string): Promise<{ display: string; process: ChildProcess }> {
  const size = `${WINDOW.width}x${WINDOW.height}x24`;
  const server = spawn(program, ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(server.stdout, 'data');
  return { display: `:${String(number).trim()}`, process: server };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill();
  await end;
}
