/**
 * Paths of a reader that hold in every family of browsers: Chromium in `npm test`, Firefox and WebKit too in
 * `npm run test:browsers` and `npm run test:deep`, where they are found.
 *
 *     import { path } from './families/index.ts';
 *
 *     path('a function runs, and says what it answered', async ({ newReader }) => {
 *       const reader = await newReader('lessen/koude-start/');
 *       const playground = reader.within('region', 'Speeltuin: Begroet een bezoeker');
 *       await playground.press('button', 'Voer uit');
 *       await playground.sees('group', 'Antwoord', /200 OK/);
 *     });
 *
 * A reader (`reader.ts`) looks for everything by role and accessible name (`look.ts`), and waits for what has to
 * become true: there is no moment to wait for, and nothing is tried twice that a reader would do once. `newReader` is
 * a profile of its own, so that two of them are two people; all that is left open closes with the test.
 *
 * A path that is about processes that are lost, or a page that comes back as it was left, ends with `{ isWhole: true }`.
 *
 * With `npm run test:deep` each is walked in Chromium once more under an odd condition that is drawn (`../odd/conditions/index.ts`):
 * slowed, narrow, by touch and so on, but for what `../odd/left-out.ts` names with the reason.
 *
 * A family (`chromium.ts`, `firefox.ts`, `webkit.ts`) only opens tabs, and a tab can do ten things (`family.ts`). Files go in and out
 * by `files.ts`, a site that can go away is `own-site.ts`, and axe looks along by `axe.ts`. What one family alone can do (emulated
 * colours, requests that are held) is not for here: such a test takes `openPage` of `../site.ts`, in Chromium.
 */
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';
import { conditionsOf } from '../odd/conditions/index.ts';
import { families } from './asked.ts';
import type { Family, Needs, Tab, TabOptions } from './family.ts';
import { Reader } from './reader.ts';

export type { Tab } from './family.ts';
export type { GivenFile, SavedFile } from './files.ts';
export type { Place, Reader } from './reader.ts';

interface Stage {
  /** A person with a browser of their own, at a path under the site's base: `''`, `'lessen/koude-start/'`. */
  readonly newReader: (address: string, options?: TabOptions) => Promise<Reader>;
  /** A tab of its own without a reader, for what a page does that nobody sees; its uncaught errors may come. */
  readonly newTab: () => Promise<Tab>;
}

/** The browsers of this file, each opened by the first path that needs it. */
const opened = new Map<string, Promise<Family>>();
afterAll(async () => {
  for (const family of opened.values()) await (await family).close();
});

/**
 * One path, as a test in each family and under each condition that was asked for. It fails on an uncaught error in a page as well,
 * where the family tells.
 */
export function path(name: string, walk: (stage: Stage) => Promise<void>, needs: Needs = {}): void {
  test.for([...families, ...conditionsOf(name)])(`${name} (%s)`, async ([familyName, openFamily]) => {
    const kind = `${familyName} ${needs.isWhole}`;
    const opening = opened.get(kind) ?? openFamily(needs);
    opened.set(kind, opening);
    const family = await opening;
    const errors: string[] = [];
    const tabs: Tab[] = [];
    const open = async (onError: (message: string) => void, options?: TabOptions) => {
      const tab = await family.newTab(onError, options);
      tabs.push(tab);
      onTestFinished(() => tab.close());
      return tab;
    };
    const stage: Stage = {
      newTab: () => open(() => undefined),
      newReader: async (address, options) => {
        const tab = await open((error) => errors.push(error), options);
        const reader = new Reader(tab, inject('siteUrl'));
        await reader.open(address);
        return reader;
      },
    };
    try {
      await walk(stage);
    } catch (error) {
      if (error instanceof Error) error.message += `\n${(await Promise.all(tabs.map(sightOf))).join('\n')}`;
      throw error;
    }
    expect(errors, 'uncaught errors').toEqual([]);
  });
}

const SIGHT = `[location.href, ...[...document.querySelectorAll('[role="alert"], [role="status"], .answer, .till')]
  .map((part) => part.innerText.trim().slice(0, 300)).filter((text) => text !== '')].join('\\n  ')`;

/** What a tab says that went wrong on a machine where nobody can look again. */
async function sightOf(tab: Tab): Promise<string> {
  return String(await tab.evaluate(SIGHT).catch((reason: unknown) => reason));
}
