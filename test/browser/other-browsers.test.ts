/**
 * A lesson's first run in Firefox and WebKit, for `npm run test:browsers`. Firefox is the ordinary one, which only
 * Puppeteer can drive; WebKit is Playwright's build. Each is skipped where it is not found.
 */
import process from 'node:process';
import { webkit } from 'playwright-core';
import { launch } from 'puppeteer-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { findFirefox, findWebkit } from '../../src/cli/find-browser.ts';

const isAsked = Boolean(process.env.FUNCTIELAB_ALL_BROWSERS);
const RUN_LIMIT_MS = 20_000;

interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
}

interface Opened {
  readonly tab: Tab;
  readonly errors: readonly string[];
}

async function openFirefox(executablePath: string): Promise<Opened> {
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(String(error)));
  return { tab, errors };
}

async function openWebkit(executablePath: string): Promise<Opened> {
  const browser = await webkit.launch({ executablePath });
  onTestFinished(() => browser.close());
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  return { tab, errors };
}

/** In the page: presses the button of the first playground and waits for its answer. */
const RUN_FIRST_PLAYGROUND = `(async () => {
  const until = async (look) => {
    for (const endMs = performance.now() + ${RUN_LIMIT_MS}; performance.now() < endMs; ) {
      const found = look();
      if (found) return found;
      await new Promise(requestAnimationFrame);
    }
    throw new Error('Waited too long for ' + look);
  };
  const region = await until(() => document.querySelector('[aria-label^="Speeltuin: "]'));
  const button = await until(() => [...region.querySelectorAll('button:not([disabled])')].find((b) => b.textContent.trim() === 'Voer uit'));
  button.click();
  const answer = await until(() => {
    const group = region.querySelector('[role="group"][aria-label="Antwoord"]');
    return /200 OK/.test(group?.textContent ?? '') && group;
  });
  return answer.textContent;
})()`;

/** In the page: the address of the first lesson that it links to. */
const FIRST_LESSON = `document.querySelector('a[href*="/lessen/"]').href`;

async function firstRun({ tab, errors }: Opened): Promise<void> {
  await tab.goto(inject('siteUrl'));
  await tab.goto(String(await tab.evaluate(FIRST_LESSON)));
  expect(await tab.evaluate(RUN_FIRST_PLAYGROUND)).toMatch(/200 OK/);
  expect(errors).toEqual([]);
}

describe('a first run', () => {
  const firefoxPath = isAsked ? findFirefox() : null;
  test.skipIf(firefoxPath === null)('in Firefox', async () => {
    await firstRun(await openFirefox(firefoxPath ?? ''));
  });

  const webkitPath = isAsked ? findWebkit() : null;
  test.skipIf(webkitPath === null)('in WebKit', async () => {
    await firstRun(await openWebkit(webkitPath ?? ''));
  });
});
