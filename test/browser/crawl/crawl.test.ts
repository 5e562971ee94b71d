/**
 * Pages of the built site, in every family, with a hand that moves so that each part comes to life: no error, nothing against the
 * policy, nothing asked of another site, and nothing that axe has against WCAG 2.2. Begin at `stroll.ts`, then `ear.ts`.
 *
 * Light and wide, then dark and narrow. `npm test` and `npm run test:browsers` open one page of each kind, and
 * `npm run test:deep -- test/browser/crawl/` opens all that the build made.
 *
 * What this can't tell: the window of WebKit gets no narrower than 447 px; a family may keep the status of an answer to itself; and a
 * worker or a sandboxed frame has no ear. What these reach is the subject of `isolation.test.ts` and `test/host/attacks`.
 */
import { afterAll, beforeAll, expect } from 'vitest';
import { testSettings } from '../../../src/cli/test-settings.ts';
import { violationsIn } from '../families/axe.ts';
import { path } from '../families/index.ts';
import { type ScriptedSite, siteWithScript } from '../site-with-script.ts';
import { ear, HEARD } from './ear.ts';
import { KINDS } from './kinds.ts';
import { bringToLife, show } from './stroll.ts';

const LOOKS = [
  { theme: 'light', size: { width: 1280, height: 800 } },
  { theme: 'dark', size: { width: 390, height: 844 } },
] as const;
/** Rules of WCAG 2.2 that axe has, and leaves out. */
const ALSO = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } };
const isWhole = testSettings().breadth > 1;

let site: ScriptedSite;
beforeAll(async () => {
  site = await siteWithScript(`(${ear})()`);
  expect(site.pages, 'pages that were built').toEqual(expect.arrayContaining([...KINDS]));
});
afterAll(() => site.close());

path('nothing is wrong on a page that comes to life', async ({ newTab }) => {
  const tab = await newTab();
  const wrong: string[] = [];
  for (const page of isWhole ? site.pages : KINDS) {
    await tab.goto(site.url + page);
    for (const { theme, size } of LOOKS) {
      await tab.resize(size);
      await show(tab, theme);
      await bringToLife(tab);
      const found = await violationsIn(tab, ALSO);
      wrong.push(...found.map((one) => `/${page} (${theme}, ${size.width} px): ${one}`));
    }
    const heard = (await tab.evaluate(HEARD)) as string[];
    wrong.push(...heard.map((one) => `/${page}: ${one}`));
  }
  expect(wrong).toEqual([]);
});
