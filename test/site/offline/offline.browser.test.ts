import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findNewBuild, isReady, keptFiles, openOfflineSite, pagesSeen } from './fixture.ts';

/** What the fixture's own script puts on the page. */
declare const proef: {
  readonly outdated: number;
  loadEditor(): Promise<string>;
  loadIndex(): Promise<string>;
};

const heading = (page: Page) => page.locator('h1').textContent();
const loadEditor = (page: Page) => page.evaluate(() => proef.loadEditor());
const loadIndex = (page: Page) => page.evaluate(() => proef.loadIndex());

const SHELL_A = ['/', '/404.html', '/_astro/page.A.js', '/_astro/register.js', '/lessen/een/'];
const REST_A = ['/_astro/editor.A.js', '/later.json', '/pagefind/index.json'];

describe('after one page, without a network', () => {
  test.each(['/', '/cursus/'])('every page opens, under %s', async (base) => {
    const site = await openOfflineSite(base);
    const page = await site.open('');
    await isReady(page);
    await site.goOffline();

    await page.goto(`${site.url}lessen/een/?vanaf=thuis`);
    expect(await heading(page)).toBe('Les A');
    await page.goto(`${site.url}lessen/een`);
    expect(page.url()).toBe(`${site.url}lessen/een/`);
    await page.goto(`${site.url}lessen/een/index.html`);
    expect(await heading(page)).toBe('Les A');
    await page.goto(site.url);
    expect(await heading(page)).toBe('Thuis A');

    const unknown = await page.goto(`${site.url}lessen/zestien/`);
    expect(unknown?.status()).toBe(404);
    expect(await heading(page)).toBe('Weg A');
  });

  test('the rest is kept from the first key on, and then works too', async () => {
    const site = await openOfflineSite();
    const page = await site.open('');
    await isReady(page);
    expect(await keptFiles(page)).toEqual([SHELL_A]);

    await page.keyboard.press('Tab');
    await expect.poll(() => keptFiles(page)).toEqual([[...SHELL_A, ...REST_A].sort()]);
    await site.goOffline();
    await page.goto(`${site.url}lessen/een/`);
    expect([await loadEditor(page), await loadIndex(page)]).toEqual(['editor A', '"index A"']);
  });

  test('a file that a page has asked for is kept, whatever its query', async () => {
    const site = await openOfflineSite();
    const page = await site.open('');
    await isReady(page);
    await page.goto(`${site.url}lessen/een/`);
    expect(await loadIndex(page)).toBe('"index A"');
    await site.goOffline();
    await page.reload();
    expect(await loadIndex(page)).toBe('"index A"');
  });
});

describe('when the site has a new build', () => {
  test('open pages stay with theirs; the last one left gets the new build when it opens a page', async () => {
    const site = await openOfflineSite();
    const first = await site.open('');
    await isReady(first);
    await first.keyboard.press('Tab');
    await expect.poll(() => keptFiles(first)).toEqual([[...SHELL_A, ...REST_A].sort()]);
    await first.reload();
    const second = await site.open('lessen/een/');

    await site.deploy('B');
    await second.reload();
    await findNewBuild(second);
    // Two builds are kept now, and both pages still live in the first.
    expect(await keptFiles(second)).toHaveLength(2);
    await second.reload();
    expect([await heading(first), await heading(second)]).toEqual(['Thuis A', 'Les A']);
    expect([await loadEditor(first), await loadIndex(second)]).toEqual(['editor A', '"index A"']);

    await first.close();
    // Its worker counts a page that was closed for a moment longer.
    await expect.poll(() => pagesSeen(site.context)).toBeLessThan(2);
    await second.reload();
    await second.getByRole('heading', { name: 'Les B' }).waitFor();
    // It loaded itself again, and its scripts come after its text.
    await second.waitForLoadState('load');
    await expect.poll(() => keptFiles(second)).toEqual([SHELL_A.map((path) => path.replace('.A.', '.B.'))]);
    expect([await loadEditor(second), await loadIndex(second)]).toEqual(['editor B', '"index B"']);
  });

  test('a page that lacks a file says so, and gets nothing of the other build', async () => {
    const site = await openOfflineSite();
    const page = await site.open('');
    await isReady(page);
    await page.reload();
    await site.deploy('B');
    expect(await page.evaluate(() => proef.loadIndex().catch(() => 'failed'))).toBe('failed');
    expect(await page.evaluate(() => proef.loadEditor().catch(() => 'failed'))).toBe('failed');
    await expect.poll(() => page.evaluate(() => proef.outdated)).toBeGreaterThan(0);
  });

  test('a build that changes while it is being kept is not kept at all', async () => {
    const site = await openOfflineSite();
    // The list comes from one build and the files from the next.
    await site.context.route('**/lessen/een/', (route) => route.fulfill({ body: 'Les B' }));
    const page = await site.open('');
    const state = await page.evaluate(async () => {
      let worker: ServiceWorker | null = null;
      // The page tries as well: an attempt may be over before it is seen here, and then the next one is.
      while (worker === null) {
        const registration = await navigator.serviceWorker.register('/sw.js');
        worker = registration.installing ?? registration.waiting ?? registration.active;
      }
      const seen = worker;
      return new Promise<string>((resolve) => {
        const look = () => {
          if (seen.state !== 'installing') resolve(seen.state);
        };
        seen.addEventListener('statechange', look);
        look();
      });
    });
    expect(state).toBe('redundant');
  });
});

test.each([
  ['on the same page', false],
  ['also where the page gets to see an attempt only when that is over, on a busy machine', true],
])('what the network broke off while it was kept goes on where it was, %s', async (_, isLate) => {
  const site = await openOfflineSite();
  if (isLate) await site.context.addInitScript(registerLate);
  let scripts = 0;
  await site.context.route('**/_astro/page.A.js', (route) => {
    scripts += 1;
    return route.continue();
  });
  let broken = 0;
  await site.context.route('**/lessen/een/', async (route) => {
    broken += 1;
    if (broken > 2) return route.continue();
    // What is under way when an attempt is given up may be lost with it: this is about what was kept.
    const kept = async () => (await Promise.all(site.context.pages().map(keptFiles))).flat(2);
    await expect.poll(kept).toContain('/_astro/page.A.js');
    return route.abort();
  });
  const page = await site.open('');
  await isReady(page);
  expect(broken).toBe(3);
  expect(await keptFiles(page)).toEqual([SHELL_A]);
  // By the page itself, and by the one attempt that kept it.
  expect(scripts).toBe(2);
});

/** In the page: who asked for a registration hears of it when the first attempt is over. */
function registerLate(): void {
  if (!isSecureContext) return;
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = async function (...args) {
    const registration = await register.apply(this, args);
    const { installing } = registration;
    if (installing !== null) {
      await new Promise((resolve) => installing.addEventListener('statechange', resolve, { once: true }));
    }
    return registration;
  };
}

test('a registration that answers with nothing, as an extension may have it, is no error', async () => {
  const site = await openOfflineSite();
  const errors: string[] = [];
  site.context.on('weberror', (error) => errors.push(error.error().message));
  await site.context.addInitScript(() => {
    // The empty page before it has none.
    if (!isSecureContext) return;
    ServiceWorkerContainer.prototype.register = () => {
      document.documentElement.dataset.asked = '';
      return Promise.resolve(undefined as never);
    };
  });
  const page = await site.open('');
  await page.locator('[data-asked]').waitFor({ state: 'attached' });
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(errors).toEqual([]);
});
