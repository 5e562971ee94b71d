/**
 * What this visit cost so far. A visit is a tab: it lasts over page changes, and ends when the tab closes or
 * the reader starts over. Usage is kept, not money: the tariff turns it into money when it is shown (`pricing.ts`, which
 * `lazy-pricing.ts` fetches at the first run).
 *
 *     visit-state.ts   what a visit is: read this first
 *     merge-visits.ts  how two copies of one are put together
 *     read-visit.ts    out of what was stored, by whoever
 *     tab-id.ts        which tab this is, and
 *     tab-visit.ts     where a tab keeps it
 *     shelf.ts         one place for all processes of a browser
 *     kept-visit.ts    all of these in this browser, fetched when a visit has something to keep
 *     start-over.ts    a new receipt, and the old one back
 */
import { computed, signal } from '@preact/signals';
import type { UsageRecord } from '../../billing/usage.ts';
import { shelved } from '../../kit/storage.ts';
import { newId, printMarker, TAB_KEY } from './tab-id.ts';
import type { TabVisit } from './tab-visit.ts';
import {
  clockAt,
  newVisit,
  type Purchase,
  printVisit,
  VISIT_KEY,
  type Visit,
  withRuns,
} from './visit-state.ts';

export type { Purchase };

/** A run by itself is kept at once; of many in a row, a crash costs no more than what ran in this time. */
const SAVE_EVERY_MS = 300;

const isPage = typeof document !== 'undefined';
const session = isPage ? ownStorage() : null;
const current = signal<Visit>(newVisit(Date.now()));
/** False until all that this tab kept has been read: until then nothing may be shown as an amount. */
export const isVisitKnown = signal(isPage && !isStored());

export const purchases = computed(() => [...current.value.purchases.values()]);
export const invocations = computed(() => purchases.value.reduce((sum, { usage }) => sum + usage.count, 0));

/** As it is kept; null as long as nothing was stored and nothing ran. */
let tab: TabVisit | null = null;
let opening: Promise<void> | null = null;
let lastKeptMs = Number.NEGATIVE_INFINITY;
/** The page may lie in the back/forward cache from now on. */
let isLeft = false;
let timesLeft = 0;
let keeping: ReturnType<typeof setTimeout> | undefined;

function openTab(): Promise<void> {
  opening ??= import('./kept-visit.ts').then(
    async ({ openKeptVisit }) => {
      // What was written early is read again there, and must not count twice.
      const early = keepEarly() ? newVisit(Date.now()) : now();
      tab = openKeptVisit(session, early, () => current.peek(), show);
      show(tab.visit());
      // It may come to a page that is left, whose tab the next page has by now: that page takes it when it comes back.
      if (!isLeft) await take(tab);
    },
    () => {
      // What could not be fetched is tried again at the next run.
      opening = null;
    },
  );
  return opening;
}

function show(visit: Visit): void {
  current.value = visit;
}

async function take(from: TabVisit): Promise<void> {
  const mine = timesLeft;
  await from.take();
  // Whoever came back in the meantime reads anew, since other pages may have added to it.
  if (mine === timesLeft && !isLeft) isVisitKnown.value = true;
}

function keepSoon(): void {
  const waitMs = lastKeptMs + SAVE_EVERY_MS - performance.now();
  if (waitMs <= 0) keep();
  else keeping ??= setTimeout(keep, waitMs);
}

function keep(): void {
  clearTimeout(keeping);
  keeping = undefined;
  lastKeptMs = performance.now();
  if (tab !== null) tab.keep(current.peek());
  else if (isPage && current.peek().purchases.size > 0) {
    keepEarly();
    void openTab().then(() => isLeft || tab?.keep(current.peek()));
  }
}

/**
 * Where nothing was stored before, there is nothing to put a visit together with: it is written as it is, at once.
 *
 * @returns whether it was
 */
function keepEarly(): boolean {
  if (session === null || !isVisitKnown.peek()) return false;
  try {
    session.setItem(shelved(VISIT_KEY), printVisit(now()));
    // Whoever shows the tab next, in any process, has to find it under the same id as this page.
    session.setItem(shelved(TAB_KEY), printMarker(newId(), true));
    return true;
  } catch {
    // Full or forbidden: the visit lasts as long as this page.
    return false;
  }
}

export function addToVisit(title: string, usages: readonly UsageRecord[]): void {
  if (usages.length === 0) return;
  show(withRuns(current.peek(), title, usages));
  keepSoon();
}

/** From now on this is the visit: a new one, or an old one taken back. */
export function become(visit: Visit): void {
  show(visit);
  keep();
}

/** All that ran, with the server's clock as it stands now. */
export function visitNow(): Visit {
  return { ...current.peek(), clock: now().clock };
}

/** How long the always-on server has been on, in ms; it never falls, but when the reader starts over. */
export function visitMs(): number {
  return now().clock.ranMs;
}

/** Each reading of the clock is kept: the wall's clock may be set back. */
let clock = current.peek().clock;
function now(): Visit {
  if (tab !== null) return tab.visit();
  clock = clockAt(clock, Date.now());
  return { ...current.peek(), clock };
}

function leave(): void {
  isLeft = true;
  timesLeft += 1;
  clearTimeout(keeping);
  keeping = undefined;
  if (tab !== null) tab.leave(current.peek());
  else if (keepEarly()) show(newVisit(Date.now()));
  isVisitKnown.value = false;
}

function comeBack(): void {
  isLeft = false;
  if (tab !== null) void take(tab);
  else if (isStored()) void openTab();
  else isVisitKnown.value = true;
}

function isStored(): boolean {
  try {
    return session?.getItem(shelved(VISIT_KEY)) != null;
  } catch {
    return false;
  }
}

function ownStorage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

if (isPage) {
  if (isStored()) void openTab();
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) comeBack();
  });
  // A page that is left is hidden after that, and must begin nothing on the shelf any more (`shelf.ts`).
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isLeft) keep();
  });
}
