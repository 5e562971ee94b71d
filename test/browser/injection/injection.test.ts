/**
 * Nobody can put something in a page today. Should it ever happen, then what is put there runs no script: not by the page's
 * policy, as our own server sends it, and not by way of the script that starts islands. Each attack is first seen to
 * work where its guard is taken away.
 */
import { expect, vi } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { path, type Tab } from '../families/index.ts';
import { LESSON_1 } from '../reader.ts';
import {
  BLOB_INJECTIONS,
  INJECTIONS,
  ISLANDS,
  island,
  isModuleWithAddress,
  type KnownIsland,
  whatRan,
} from './injections.ts';
import { otherFile, siteWithInjections } from './site-with-injections.ts';

const PATIENCE = { timeout: PATIENCE_MS, interval: 50 };

const ran = async (tab: Tab) => ((await tab.evaluate(whatRan)) as string[]).sort();

/** Waits until an expression is true in the page. */
const until = (tab: Tab, expression: string) =>
  vi.waitFor(async () => expect(await tab.evaluate(expression), expression).toBe(true), PATIENCE);

/** Puts HTML at the end of the page, as a script of ours would that trusts it. */
const insert = (tab: Tab, html: string) =>
  tab.evaluate(`void document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)})`);

/** After all that was asked of the page before: a frame that was added last has loaded. */
async function settled(tab: Tab): Promise<void> {
  await tab.evaluate(
    `void document.body.append(Object.assign(document.createElement('iframe'), { sandbox: 'allow-scripts', srcdoc: 'x', id: 'last', onload() { this.dataset.loaded = '' } }))`,
  );
  await until(tab, `document.querySelector('#last').dataset.loaded === ''`);
  await tab.evaluate(`document.querySelector('#last').remove()`);
}

async function clickAll(tab: Tab): Promise<void> {
  for (const { click } of INJECTIONS) {
    if (click === undefined) continue;
    await tab.evaluate(
      `void document.querySelector(${JSON.stringify(click)}).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))`,
    );
    await settled(tab);
  }
}

async function addBlobs(tab: Tab): Promise<void> {
  for (const { type, text, html } of BLOB_INJECTIONS) {
    const url = await tab.evaluate(
      `URL.createObjectURL(new Blob([${JSON.stringify(text)}], { type: ${JSON.stringify(type)} }))`,
    );
    await insert(tab, html.replace('URL', String(url)));
    await settled(tab);
  }
}

const allNames = [...INJECTIONS, ...BLOB_INJECTIONS].map(({ name }) => name).sort();

/** Opens the page with all of them, does what a reader might do to them, and waits until it is over. */
async function meetAll(tab: Tab, { injected }: { readonly injected: string }): Promise<void> {
  await tab.goto(injected);
  await clickAll(tab);
  await addBlobs(tab);
}

path('without policy and guard each injected script runs', async ({ newTab }) => {
  const tab = await newTab();
  await meetAll(tab, await siteWithInjections({ withoutHeaders: true, withoutGuard: true }));
  await vi.waitFor(async () => expect(await ran(tab)).toEqual(allNames), PATIENCE);
});

path('the policy alone stops all, but for modules in WebKit', async ({ newTab }) => {
  const tab = await newTab();
  await meetAll(tab, await siteWithInjections({ withoutGuard: true }));
  expect((await ran(tab)).filter((name) => !isModuleWithAddress(name))).toEqual([]);
});

path('with policy and guard no injected script runs, and the page works', async ({ newTab }) => {
  const tab = await newTab();
  await meetAll(tab, await siteWithInjections());
  expect(await ran(tab)).toEqual([]);
  await tab.evaluate(
    `void document.head.insertAdjacentHTML('afterbegin', '<base href="https://elders.example/">')`,
  );
  expect(await tab.evaluate('document.baseURI === location.href')).toBe(true);
  await until(tab, `document.querySelectorAll('astro-island[client=load][ssr]').length === 0`);
});

/** Under the site's base; only a reader who edits code needs it. */
const OTHER_FILE = otherFile('codemirror');
const islandNames = [...Object.keys(ISLANDS), 'island-other-file'].sort();

/** Adds an island for each attack to a lesson, and one that names a file of the site which is no island. */
async function addIslands(tab: Tab, { home }: { readonly home: string }): Promise<void> {
  await tab.goto(home + LESSON_1);
  await tab.evaluate(`void Object.assign(globalThis, { ended: 0 })`);
  await tab.evaluate(`void addEventListener('astro:hydration-error', () => { ended += 1 })`);
  await tab.evaluate(`void addEventListener('unhandledrejection', () => { ended += 1 })`);
  const known = (await tab.evaluate(
    `(({ attributes }) => ({ component: attributes['component-url'].value, renderer: attributes['renderer-url'].value }))(document.querySelector('astro-island[component-export=Question]'))`,
  )) as KnownIsland;
  for (const [name, make] of Object.entries(ISLANDS)) await insert(tab, make(name, known));
  await insert(tab, island({ ...known, component: `${'../'.repeat(2)}${OTHER_FILE}` }));
}

const ranOrCame = async (tab: Tab) => {
  const isThere = await tab.evaluate(
    `performance.getEntriesByType('resource').some(({ name }) => name.endsWith('${OTHER_FILE}'))`,
  );
  return [...(await ran(tab)), ...(isThere ? ['island-other-file'] : [])].sort();
};

path('the policy alone lets an injected island run anything', async ({ newTab }) => {
  const tab = await newTab();
  await addIslands(tab, await siteWithInjections({ withoutGuard: true, withoutIslandChecks: true }));
  await vi.waitFor(async () => expect(await ranOrCame(tab)).toEqual(islandNames), PATIENCE);
});

path('an injected island imports nothing and brings in no script', async ({ newTab }) => {
  const tab = await newTab();
  await addIslands(tab, await siteWithInjections());
  // Each is refused, and a component and a renderer only after the second try.
  await until(tab, `ended >= ${islandNames.length}`);
  expect(await ranOrCame(tab)).toEqual([]);
});
