/** What a visit is, as far as a page needs it that is only read: pure. */
import { MAX_DURATION_MS, sameUseKey, type UsageRecord } from '../../billing/usage.ts';

/** Equal runs of one function, counted: how many there are never changes a bill. */
export interface Purchase {
  readonly title: string;
  readonly usage: UsageRecord & { readonly count: number };
}

/**
 * The clock of the always-on server: how long it has been on, and at which moment of the wall's clock that was so. The
 * wall's clock also counts while a laptop sleeps; when it is set back, this one goes on from where it was.
 */
export interface ServerClock {
  readonly ranMs: number;
  readonly atMs: number;
}

export interface Visit {
  readonly number: number;
  readonly purchases: ReadonlyMap<string, Purchase>;
  readonly clock: ServerClock;
}

/** Where the tab's own storage has it. */
export const VISIT_KEY = 'functielab:bezoek';
/** Far more than a tab can run, so that sums of counts stay whole numbers. */
export const MOST_RUNS = 1e9;

export function newVisit(atMs: number): Visit {
  return { number: 1, purchases: new Map(), clock: { ranMs: 0, atMs } };
}

export function clockAt({ ranMs, atMs }: ServerClock, nowMs: number): ServerClock {
  return { ranMs: Math.min(ranMs + Math.max(0, nowMs - atMs), MAX_DURATION_MS), atMs: nowMs };
}

export function withRuns(visit: Visit, title: string, usages: readonly UsageRecord[]): Visit {
  const purchases = new Map(visit.purchases);
  for (const usage of usages) addTo(purchases, title, usage);
  return { ...visit, purchases };
}

export function addTo(purchases: Map<string, Purchase>, title: string, usage: UsageRecord): void {
  const key = keyOf(title, usage);
  const before = purchases.get(key)?.usage.count ?? 0;
  const count = Math.min(before + (usage.count ?? 1), MOST_RUNS);
  purchases.set(key, { title, usage: { ...usage, count } });
}

export function keyOf(title: string, usage: UsageRecord): string {
  return `${sameUseKey(usage)}${title}`;
}

export function printVisit({ number, purchases, clock }: Visit): string {
  return JSON.stringify({ v: 2, number, ...clock, purchases: [...purchases.values()] });
}
