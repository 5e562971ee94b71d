/**
 * What this visit cost so far. A visit is a tab: it lasts over page changes, and ends when the tab closes or
 * the reader starts over. Usage is kept, not money: the tariff turns it into money when it is shown (`pricing.ts`, which
 * `lazy-pricing.ts` fetches at the first run).
 */
import { computed, signal } from '@preact/signals';
import { sameUseKey, type UsageRecord } from '../../billing/usage.ts';

const key = 'functielab:bezoek';
/** A page that closes is told so; this is for the one that crashes. */
const SAVE_AFTER_MS = 300;

/** Equal runs of one function, counted: how many there are never changes a bill. */
export interface Purchase {
  readonly title: string;
  readonly usage: UsageRecord & { readonly count: number };
}

interface Visit {
  readonly startedAtMs: number;
  readonly purchases: ReadonlyMap<string, Purchase>;
}

function fresh(): Visit {
  return { startedAtMs: Date.now(), purchases: new Map() };
}

function keyOf(title: string, usage: UsageRecord): string {
  return `${sameUseKey(usage)}${title}`;
}

function isPurchase(value: unknown): value is Purchase {
  if (typeof value !== 'object' || value === null || !('title' in value) || !('usage' in value)) return false;
  const usage = value.usage as Partial<Record<keyof UsageRecord, unknown>> | null;
  const isSpan = (ms: unknown) => typeof ms === 'number' && Number.isFinite(ms) && ms >= 0;
  return (
    typeof value.title === 'string' &&
    isSpan(usage?.durationMs) &&
    isSpan(usage?.memoryMb) &&
    (usage?.initMs === undefined || isSpan(usage.initMs)) &&
    Number.isSafeInteger(usage?.count) &&
    Number(usage?.count) > 0
  );
}

function load(): Visit {
  try {
    const saved = JSON.parse(sessionStorage.getItem(key) ?? 'null') as {
      v?: unknown;
      startedAtMs?: unknown;
      purchases?: unknown;
    } | null;
    if (saved?.v !== 1 || typeof saved.startedAtMs !== 'number' || !Array.isArray(saved.purchases))
      return fresh();
    const purchases = saved.purchases.filter(isPurchase);
    return {
      startedAtMs: Math.min(saved.startedAtMs, Date.now()),
      purchases: new Map(purchases.map((purchase) => [keyOf(purchase.title, purchase.usage), purchase])),
    };
  } catch {
    return fresh();
  }
}

const isPage = typeof document !== 'undefined';
const visit = signal<Visit>(isPage ? load() : { startedAtMs: 0, purchases: new Map() });
let saving: ReturnType<typeof setTimeout> | undefined;

function save(): void {
  clearTimeout(saving);
  saving = undefined;
  const { startedAtMs, purchases } = visit.peek();
  try {
    sessionStorage.setItem(key, JSON.stringify({ v: 1, startedAtMs, purchases: [...purchases.values()] }));
  } catch {
    // Full or forbidden: the visit then lasts as long as this page.
  }
}

if (isPage) {
  save();
  addEventListener('pagehide', save);
}

export const purchases = computed(() => [...visit.value.purchases.values()]);
export const visitStartedAtMs = computed(() => visit.value.startedAtMs);
export const invocations = computed(() => purchases.value.reduce((sum, { usage }) => sum + usage.count, 0));

export function addToVisit(title: string, usages: readonly UsageRecord[]): void {
  if (usages.length === 0) return;
  const { startedAtMs, purchases: before } = visit.peek();
  const after = new Map(before);
  for (const usage of usages) {
    const id = keyOf(title, usage);
    const count = (after.get(id)?.usage.count ?? 0) + (usage.count ?? 1);
    after.set(id, { title, usage: { ...usage, count } });
  }
  visit.value = { startedAtMs, purchases: after };
  saving ??= setTimeout(save, SAVE_AFTER_MS);
}

/** A new visit from now on. @returns what brings the old one back. */
export function startOver(): () => void {
  const before = visit.peek();
  visit.value = fresh();
  save();
  return () => {
    visit.value = before;
    save();
  };
}

/** How long the always-on server has been on, by the clock on the wall: it also counts while a laptop sleeps. */
export function visitMs(): number {
  return Math.max(0, Date.now() - visit.peek().startedAtMs);
}
