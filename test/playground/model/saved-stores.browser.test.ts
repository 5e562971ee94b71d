/** What a playground keeps on the device: over a reload, beside another tab, and where nothing can be kept. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { openSavedStores as openStores } from '../../../src/playground/model/saved-stores.ts';
import { type LabServer, serveLab } from '../../host/lab/lab-server.ts';
import { launchQuickChromium } from '../../support/quick-chromium.ts';

declare const openSavedStores: typeof openStores;

let server: LabServer;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = await serveLab({ entry: fileURLToPath(new URL('./stores-page.ts', import.meta.url)) });
  browser = await launchQuickChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

async function openPage(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url);
  return page;
}

/** Opens the stores of a playground, writes some steps of changes, and waits until the last one can be read back. */
function write(page: Page, playground: string, values: readonly (readonly [string, number | null])[]) {
  return page.evaluate(
    async ([playground, values]) => {
      const stores = await openSavedStores(playground);
      for (const [key, value] of values) {
        stores.keep({
          isEmptied: false,
          kv: new Map([[key, value === null ? null : { key, value: String(value), version: 1 }]]),
          objects: new Map([
            [
              key,
              value === null ? null : { key, size: 1, contentType: 'x/y', body: new Uint8Array([value]) },
            ],
          ]),
          messages: new Map([
            [
              key,
              value === null
                ? null
                : {
                    messageId: key,
                    queueName: 'wachtrij',
                    content: { kind: 'queue', body: String(value), sentTime: '2026-11-25T00:00:00.000Z' },
                    attempts: 0,
                    hops: 0,
                    visibleAtWallMs: 0,
                    deadReason: null,
                  },
            ],
          ]),
        });
      }
      return stores.keeping.value;
    },
    [playground, values] as const,
  );
}

function read(page: Page, playground: string) {
  return page.evaluate(async (playground) => {
    const { saved, keeping } = await openSavedStores(playground);
    return {
      keeping: keeping.value,
      kv: saved.kv.map(({ key, value }) => `${key}=${value}`),
      objects: saved.objects.map(({ key, body }) => `${key}:${[...body]}`),
      messages: saved.messages.map(({ messageId }) => messageId),
    };
  }, playground);
}

test('what was kept is there after a reload, of each playground its own, messages in the order in which they came', async () => {
  const page = await openPage();
  await write(page, 'een', [
    ['z', 1],
    ['a', 2],
    ['m', 3],
    ['a', 4],
    ['m', null],
  ]);
  await write(page, 'twee', [['x', 9]]);
  await expect.poll(async () => (await read(await openPage(), 'twee')).kv).toEqual(['x=9']);
  await page.reload();
  expect(await read(page, 'een')).toEqual({
    keeping: 'kept',
    kv: ['a=4', 'z=1'],
    objects: ['a:4', 'z:1'],
    messages: ['z', 'a'],
  });
});

/**
 * What a page that goes left to the browser, as `clear` or the key that was written, by transaction. No promise holds beyond
 * that: Chromium 156 drops a transaction that it has not begun when the page goes, so what the next page reads depends on
 * how busy the browser is.
 */
type HandedOver = readonly { readonly isCommitted: boolean; readonly writes: readonly string[] }[];

test('what waits in the moment in which the page goes is handed to the browser whole and in its order', async () => {
  const page = await openPage();
  await Promise.all([
    page.waitForEvent('load'),
    page
      .evaluate(async () => {
        const { keep } = await openSavedStores('een');
        const handedOver: { isCommitted: boolean; writes: string[] }[] = [];
        const transactions = new Map<IDBTransaction, (typeof handedOver)[number]>();
        const { transaction } = IDBDatabase.prototype;
        const { commit } = IDBTransaction.prototype;
        const { put, delete: clear } = IDBObjectStore.prototype;
        IDBDatabase.prototype.transaction = function (...asked) {
          const begun = transaction.apply(this, asked);
          const record = { isCommitted: false, writes: [] };
          transactions.set(begun, record);
          handedOver.push(record);
          return begun;
        };
        IDBTransaction.prototype.commit = function () {
          commit.call(this);
          Object.assign(transactions.get(this) ?? {}, { isCommitted: true });
        };
        IDBObjectStore.prototype.put = function (value, id) {
          transactions.get(this.transaction)?.writes.push((id as string[])[1] ?? '');
          return put.call(this, value, id);
        };
        IDBObjectStore.prototype.delete = function (range) {
          transactions.get(this.transaction)?.writes.push('clear');
          return clear.call(this, range);
        };
        addEventListener('pagehide', () => sessionStorage.setItem('handedOver', JSON.stringify(handedOver)));
        // Nothing that this page writes ends before it goes, so that all but the first have to wait.
        IDBTransaction.prototype.addEventListener = () => {};
        const nothing = { kv: new Map(), objects: new Map(), messages: new Map() };
        for (let at = 0; at < 50; at++) {
          const key = `${at}`;
          keep({ ...nothing, isEmptied: at < 2, kv: new Map([[key, { key, value: '1', version: at }]]) });
        }
        location.reload();
      })
      // The page that was asked has gone before it could answer.
      .catch(() => {}),
  ]);
  const handedOver = await page.evaluate(() => sessionStorage.getItem('handedOver'));
  const cleared = ['clear', 'clear', 'clear'];
  const others = Array.from({ length: 49 }, (_, at) => `${at + 1}`);
  expect(JSON.parse(handedOver ?? '[]') as HandedOver).toEqual([
    { isCommitted: true, writes: [...cleared, '0'] },
    { isCommitted: true, writes: [...cleared, ...others] },
  ]);
});

test('what still waits when a playground closes is saved, for the next one of its page', async () => {
  const page = await openPage();
  await page.evaluate(async () => {
    const { keep, close } = await openSavedStores('een');
    const nothing = { isEmptied: false, kv: new Map(), objects: new Map(), messages: new Map() };
    // The first is being saved when the others come, so that they wait for it.
    for (const key of ['a', 'b', 'c']) {
      keep({ ...nothing, kv: new Map([[key, { key, value: '1', version: 1 }]]) });
    }
    close();
  });
  expect(await read(page, 'een')).toMatchObject({ keeping: 'kept', kv: ['a=1', 'b=1', 'c=1'] });
});

test('a playground that is left while it opens is no other tab to the next one of its page', async () => {
  const page = await openPage();
  const keeping = await page.evaluate(async () => {
    const left = openSavedStores('een').then(({ close }) => close());
    const next = openSavedStores('een');
    await left;
    return (await next).keeping.value;
  });
  expect(keeping).toBe('kept');
});

test('emptying takes everything of this playground, and nothing of another', async () => {
  const page = await openPage();
  await write(page, 'twee', [['x', 9]]);
  await page.evaluate(async () => {
    const stores = await openSavedStores('een');
    const nothing = { kv: new Map(), objects: new Map(), messages: new Map() };
    const entry = { key: 'a', value: '1', version: 1 };
    stores.keep({ ...nothing, isEmptied: false, kv: new Map([['a', entry]]) });
    stores.keep({ ...nothing, isEmptied: true, kv: new Map([['b', { ...entry, key: 'b' }]]) });
  });
  await expect.poll(async () => (await read(await openPage(), 'een')).kv).toEqual(['b=1']);
  expect((await read(await openPage(), 'twee')).kv).toEqual(['x=9']);
});

test('a second tab gets a copy, and what it writes is nobody’s', async () => {
  const first = await openPage();
  expect(await write(first, 'een', [['a', 1]])).toBe('kept');
  const second = await openPage();
  await expect.poll(async () => (await read(second, 'een')).kv).toEqual(['a=1']);
  expect(await write(second, 'een', [['a', 2]])).toBe('copy');
  await first.close();
  const third = await openPage();
  // A browser lets go of what a page held a moment after that is closed.
  const held = () => third.evaluate(async () => (await navigator.locks.query()).held?.length);
  await expect.poll(held).toBe(0);
  expect(await read(third, 'een')).toMatchObject({ kv: ['a=1'], keeping: 'kept' });
});

test('where nothing can be kept, a playground still opens, and says so', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not here', 'SecurityError');
    };
  });
  await page.goto(server.url);
  expect(await write(page, 'een', [['a', 1]])).toBe('unsaved');
});

test('a device without room says so at the first write that it loses', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  });
  await page.goto(server.url);
  const keeping = await page.evaluate(async () => {
    const stores = await openSavedStores('een');
    const entry = { key: 'a', value: '1', version: 1 };
    const before = stores.keeping.value;
    stores.keep({
      isEmptied: false,
      kv: new Map([['a', entry]]),
      objects: new Map(),
      messages: new Map(),
    });
    while (stores.keeping.value === 'kept') await new Promise((resolve) => requestAnimationFrame(resolve));
    return [before, stores.keeping.value];
  });
  expect(keeping).toEqual(['kept', 'unsaved']);
});

/** A page that holds the claim of a playground as if it were the former self of another, until it is closed; and its name. */
async function holdingPage(playground: string): Promise<{ holder: Page; name: string }> {
  const holder = await openPage();
  expect(await write(holder, playground, [['a', 1]])).toBe('kept');
  await expect.poll(async () => (await read(await openPage(), playground)).kv).toEqual(['a=1']);
  const name = await holder.evaluate(async () => (await navigator.locks.query()).held?.[0]?.clientId ?? '');
  return { holder, name };
}

/**
 * Loads a page again, and asks what is kept.
 *
 * @param former what the page says of itself when it is left
 */
async function loadedAgain(former: string) {
  const page = await openPage();
  await page.evaluate((name) => {
    addEventListener('pagehide', () => sessionStorage.setItem('functielab:verlaten', name));
  }, former);
  // Each look at the clock is four seconds after the one before, and the tenth is the last that sees it move.
  await page.addInitScript(() => {
    let [looks, looksAtEnd] = [0, 0];
    performance.now = () => 4_000 * Math.min(++looks, 10);
    const { abort } = AbortController.prototype;
    AbortController.prototype.abort = function () {
      looksAtEnd ||= looks;
      abort.call(this);
    };
    Object.assign(globalThis, { looks: () => looks, looksAtEnd: () => looksAtEnd });
  });
  await page.reload();
  const looks = () => page.evaluate(() => (globalThis as unknown as { looks: () => number }).looks());
  /** How often it had looked when it waited no longer; a look that was on its way then comes after that. */
  const looksAtEnd = () =>
    page.evaluate(() => (globalThis as unknown as { looksAtEnd: () => number }).looksAtEnd());
  return { page, reading: read(page, 'een'), looks, looksAtEnd };
}

test('a page that is loaded again waits for its former self, however late the browser lets go of what that held', async () => {
  const { holder, name } = await holdingPage('een');
  const { reading, looks } = await loadedAgain(name);
  await expect.poll(looks).toBeGreaterThan(3);
  await holder.close();
  expect(await reading).toMatchObject({ keeping: 'kept', kv: ['a=1'] });
});

test('a page that is loaded again waits a moment for another tab, and has a copy then', async () => {
  await holdingPage('een');
  const { reading, looksAtEnd } = await loadedAgain('');
  expect(await reading).toMatchObject({ keeping: 'copy', kv: ['a=1'] });
  expect(await looksAtEnd()).toBe(2);
});

test('a page that is left says which it was, to the next one of its tab alone', async () => {
  const { holder, name } = await holdingPage('een');
  await holder.addInitScript(() => {
    Object.assign(globalThis, { found: sessionStorage.getItem('functielab:verlaten') });
  });
  await holder.reload();
  const said = () =>
    holder.evaluate(() => [
      (globalThis as unknown as { found: string | null }).found,
      sessionStorage.getItem('functielab:verlaten'),
    ]);
  expect(await said()).toEqual([name, null]);
  expect(await read(holder, 'een')).toMatchObject({ keeping: 'kept' });
});

test('who reloads twice before the browser has let go is not another tab either', async () => {
  const { holder, name } = await holdingPage('een');
  const { page, reading, looks } = await loadedAgain(name);
  // The page that was asked goes before it can answer.
  reading.catch(() => {});
  await expect.poll(looks).toBeGreaterThan(0);
  await page.reload();
  const readingAgain = read(page, 'een');
  await expect.poll(looks).toBeGreaterThan(3);
  await holder.close();
  expect(await readingAgain).toMatchObject({ keeping: 'kept', kv: ['a=1'] });
});
