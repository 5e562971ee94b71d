/**
 * A tab's visit in a browser that keeps a copy of a tab's storage in each process, as Chromium does. Whatever way a reader
 * goes through the site, each tab has what ran in it and what it was copied with, and nothing else.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Shelf, ShelfEntry } from '../../../src/till/visit/shelf.ts';
import { TAB_KEY } from '../../../src/till/visit/tab-id.ts';
import { openTabVisit, type TabMessage, type TabVisit } from '../../../src/till/visit/tab-visit.ts';
import {
  newVisit,
  printVisit,
  VISIT_KEY,
  type Visit,
  withRuns,
} from '../../../src/till/visit/visit-state.ts';

type Stored = Map<string, string>;

/** A page that is open or lies in the back/forward cache. */
interface Page {
  readonly visit: TabVisit;
  readonly process: Stored;
  /** Runs that are not kept yet are on the page alone. */
  readonly show: (visit: Visit) => void;
}

class Browser {
  readonly tabs: Tab[] = [];
  ids = 0;
  nowMs = 1_000;
  patience: () => Promise<void> = settled;
  readonly #shelf = new Map<string, Map<string, ShelfEntry>>();
  /** As one page holds it. */
  newShelf(): Shelf {
    /** They may write once more, and are not another tab. */
    const earlier = new Set<string>();
    return {
      take: async (id, page, next) => {
        const there = this.#shelf.get(id) ?? new Map();
        for (const before of there.keys()) earlier.add(before);
        this.#shelf.set(id, new Map([[page, next([...there.values()])]]));
      },
      put: async (id, page, entry) => {
        const there = this.#shelf.get(id) ?? new Map();
        this.#shelf.set(id, there.set(page, entry));
        const isOwn = [...there.keys()].every((other) => other === page || earlier.has(other));
        if (!isOwn) there.delete(page);
        return isOwn;
      },
      follows: (_, page) => earlier.has(page),
      letGo: () => {},
    };
  }

  /** Only pages that are shown hear it, and not the one that says it. */
  tell(message: TabMessage, by: TabVisit): void {
    for (const { page } of this.tabs) if (page.visit !== by) void page.visit.heard(message);
  }

  newId = () => (this.ids++).toString(16).padStart(32, '0');

  open(copied: Stored = new Map(), ran: readonly string[] = []): Tab {
    const tab = new Tab(this, copied, ran);
    this.tabs.push(tab);
    return tab;
  }
}

class Tab {
  /** What the browser itself has of the tab's storage: a new process begins with that. */
  readonly stored: Stored;
  /** Each run that this tab must have, by a duration of its own. */
  readonly ran: string[];
  readonly earlier: Page[] = [];
  readonly browser: Browser;
  page: Page;

  constructor(browser: Browser, copied: Stored, ran: readonly string[]) {
    this.browser = browser;
    this.stored = new Map(copied);
    this.ran = [...ran];
    this.page = this.#load(new Map(this.stored));
  }

  #load(process: Stored): Page {
    let shown: Visit | null = null;
    const visit: TabVisit = openTabVisit(
      {
        session: {
          getItem: (key) => process.get(key) ?? null,
          setItem: (key, text) => {
            process.set(key, text);
            this.stored.set(key, text);
          },
        },
        shelf: this.browser.newShelf(),
        nowMs: () => this.browser.nowMs,
        newId: this.browser.newId,
        named: (key) => key,
        tell: (message) => this.browser.tell(message, visit),
        patience: () => this.browser.patience(),
        shown: () => shown ?? newVisit(this.browser.nowMs),
        onNews: (news) => {
          shown = news;
        },
      },
      newVisit(this.browser.nowMs),
    );
    shown = visit.visit();
    return { visit, process, show: (wanted) => (shown = wanted) };
  }

  run(durationMs: number): void {
    this.ran.push(String(durationMs));
    this.page.visit.keep(withRuns(this.page.visit.visit(), 'Groet', [{ durationMs, memoryMb: 128 }]));
  }

  /** To another page of the site: in the same process, or after a detour over another site in a new one. */
  async go(isDetour: boolean): Promise<void> {
    this.page.visit.leave(this.page.visit.visit());
    this.earlier.push(this.page);
    this.page = this.#load(isDetour ? new Map(this.stored) : this.page.process);
    await this.page.visit.take();
  }

  /** To a page in a new process, before the one that it leaves has been told. */
  async detourUntold(): Promise<void> {
    this.earlier.push(this.page);
    this.page = this.#load(new Map(this.stored));
    await this.page.visit.take();
  }

  async back(): Promise<void> {
    const before = this.earlier.pop();
    if (before === undefined) return;
    this.page.visit.leave(this.page.visit.visit());
    this.page = before;
    await this.page.visit.take();
  }

  async crash(): Promise<void> {
    this.earlier.length = 0;
    this.page = this.#load(new Map(this.stored));
    await this.page.visit.take();
  }

  async duplicate(): Promise<void> {
    const copy = this.browser.open(this.stored, this.ran);
    await copy.page.visit.take();
  }

  has(): string[] {
    return [...this.page.visit.visit().purchases.values()]
      .map(({ usage }) => String(usage.durationMs))
      .sort();
  }
}

/** All that was begun on the shelf is done. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const step = fc.tuple(
  fc.constantFrom('run', 'run', 'go', 'detour', 'back', 'crash', 'duplicate', 'clock' as const),
  fc.nat({ max: 3 }),
);

test('whatever way a reader goes, each tab has what ran in it, and its server’s clock never falls', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const browser = new Browser();
      await browser.open().page.visit.take();
      let runs = 0;
      for (const [what, which] of steps) {
        const tab = browser.tabs[which % browser.tabs.length];
        if (tab === undefined) continue;
        const beforeMs = tab.page.visit.visit().clock.ranMs;
        browser.nowMs += 1;
        runs += 1;
        if (what === 'run') tab.run(runs);
        else if (what === 'go') await tab.go(false);
        else if (what === 'detour') await tab.go(true);
        else if (what === 'back') await tab.back();
        else if (what === 'crash') await tab.crash();
        else if (what === 'duplicate') await tab.duplicate();
        else browser.nowMs -= 3;
        await settled();
        for (const one of browser.tabs) expect(one.has()).toEqual([...one.ran].sort());
        // After a crash the clock goes on from what was kept, which is all that is left.
        if (what !== 'crash') expect(tab.page.visit.visit().clock.ranMs).toBeGreaterThanOrEqual(beforeMs);
      }
    }),
  );
});

/** A tab that went over another site: on `left`, in a new process, and about to go back to `before`, in the old one. */
async function afterDetour() {
  const tab = new Browser().open();
  await tab.page.visit.take();
  await tab.go(true);
  const before = tab.earlier.pop();
  if (before === undefined) throw new Error('No page before it');
  return { tab, left: tab.page, before };
}

test('a page that is there before the one that was left has written all, hears of what comes', async () => {
  const { tab, left, before } = await afterDetour();
  tab.run(1);
  await settled();
  // The next one comes back from the back/forward cache, in its own process, before this one has been told that it is left.
  tab.page = before;
  await before.visit.take();
  left.visit.keep(withRuns(left.visit.visit(), 'Groet', [{ durationMs: 2, memoryMb: 128 }]));
  left.visit.leave(left.visit.visit());
  await settled();
  await settled();
  expect(tab.has()).toEqual(['1', '2']);
});

test('a page that is there before the one that was left has set its tab free, is of the same tab', async () => {
  const browser = new Browser();
  const tab = browser.open();
  await tab.page.visit.take();
  tab.run(1);
  await settled();
  const before = tab.page;
  await tab.detourUntold();
  tab.run(2);
  before.visit.leave(before.visit.visit());
  tab.page.visit.leave(tab.page.visit.visit());
  tab.page = before;
  await before.visit.take();
  expect(tab.has()).toEqual(['1', '2']);
});

test('what ran and is not kept yet stays on the page when it hears of more', async () => {
  const { tab, left, before } = await afterDetour();
  tab.page = before;
  await before.visit.take();
  const ran = (durationMs: number) => [{ durationMs, memoryMb: 128 }];
  before.show(withRuns(before.visit.visit(), 'Groet', ran(1)));
  left.visit.keep(withRuns(left.visit.visit(), 'Groet', ran(2)));
  left.visit.leave(left.visit.visit());
  await settled();
  await settled();
  expect(tab.has()).toEqual(['1', '2']);
});

test('a tab that is duplicated while it goes from page to page is still two tabs', async () => {
  const browser = new Browser();
  const first = browser.open();
  await first.page.visit.take();
  first.run(1);
  first.page.visit.leave(first.page.visit.visit());
  // The page is gone, the next one is not there yet: the copy finds a free id, as the next page does.
  const second = browser.open(first.stored, first.ran);
  await first.go(false);
  await second.page.visit.take();
  first.run(2);
  second.run(3);
  await settled();
  await first.go(true);
  await second.go(true);
  expect(first.has()).toEqual(['1', '2']);
  expect(second.has()).toEqual(['1', '3']);
});

test('a page that is left while it asks whose its tab is writes nothing over what the next one says', async () => {
  const browser = new Browser();
  const tab = browser.open();
  await tab.page.visit.take();
  const { promise: silence, resolve } = Promise.withResolvers<void>();
  browser.patience = () => silence;
  const asking = tab.crash();
  browser.patience = settled;
  await tab.go(false);
  tab.page.visit.leave(tab.page.visit.visit());
  const said = tab.stored.get(TAB_KEY);
  resolve();
  await asking;
  expect(tab.stored.get(TAB_KEY)).toBe(said);
  expect(said).toContain('true');
});

test('a browser that keeps nothing has a visit as long as its page, and nothing throws', async () => {
  const visit = openTabVisit(
    {
      session: {
        getItem: () => {
          throw new Error('forbidden');
        },
        setItem: () => {
          throw new Error('forbidden');
        },
      },
      shelf: {
        take: () => Promise.reject(new Error('forbidden')),
        put: () => Promise.reject(new Error('forbidden')),
        follows: () => false,
        letGo: () => {},
      },
      nowMs: () => 5,
      newId: () => 'a',
      named: (key) => key,
      tell: () => {},
      patience: settled,
      shown: () => newVisit(5),
      onNews: () => {},
    },
    newVisit(5),
  );
  await visit.take();
  visit.keep(withRuns(newVisit(5), 'Groet', [{ durationMs: 1, memoryMb: 128 }]));
  visit.leave(visit.visit());
  await visit.take();
  expect(visit.visit().purchases.size).toBe(1);
});

test.each(['', '{', 'null', '[]', '{"id":1,"isFree":true}', '{"id":"../","isFree":true}', '{"isFree":true}'])(
  'where the tab’s id reads %s, a new one is taken, and the visit stays',
  async (marker) => {
    const browser = new Browser();
    const stored = new Map([
      [TAB_KEY, marker],
      [VISIT_KEY, printVisit(withRuns(newVisit(0), 'Groet', [{ durationMs: 7, memoryMb: 128 }]))],
    ]);
    const tab = browser.open(stored, ['7']);
    await tab.page.visit.take();
    tab.run(8);
    await tab.go(true);
    expect(tab.has()).toEqual(['7', '8']);
  },
);
