/**
 * How two copies of a visit are put together: pure. A browser may keep several copies of what a tab stored, one for each
 * process that showed a page of it, and an old one may come back at any moment. So a visit only grows, and of two copies the
 * merge has all that either had:
 *
 *     number       of the receipt: a new one, and the old one taken back, both count on. The higher number wins
 *     purchases    by title and use; the higher count wins
 *     clock        how long the server has been on: at any moment as long as the longer of the two would have it
 */
import { addTo, clockAt, newVisit, type ServerClock, type Visit } from './visit-state.ts';

export function mergeVisits(a: Visit, b: Visit): Visit {
  if (a.number !== b.number) return a.number > b.number ? a : b;
  const purchases = new Map(a.purchases);
  for (const [key, theirs] of b.purchases) {
    const mine = purchases.get(key);
    if (mine === undefined || mine.usage.count < theirs.usage.count) purchases.set(key, theirs);
  }
  return { number: a.number, purchases, clock: longerClock(a.clock, b.clock) };
}

/**
 * A clock tells at `now` the larger of `ranMs` and `now - atMs + ranMs`. Of two whose wall was set back in between neither need
 * be the longer for good, so that each of these parts is merged for itself.
 */
function longerClock(a: ServerClock, b: ServerClock): ServerClock {
  const ranMs = Math.max(a.ranMs, b.ranMs);
  return { ranMs, atMs: ranMs - Math.max(a.ranMs - a.atMs, b.ranMs - b.atMs) };
}

/** A new receipt, and the server's meter at zero. */
export function startedOver({ number }: Visit, nowMs: number): Visit {
  return { ...newVisit(nowMs), number: number + 1 };
}

/** The receipt as it was before a new one was begun, with what has run since. */
export function broughtBack(before: Visit, since: Visit, nowMs: number): Visit {
  return { ...withAll(before, since), number: since.number + 1, clock: clockAt(before.clock, nowMs) };
}

/** With all runs of another visit, none of which is known here. */
export function withAll(visit: Visit, more: Visit): Visit {
  const purchases = new Map(visit.purchases);
  for (const { title, usage } of more.purchases.values()) addTo(purchases, title, usage);
  return { ...visit, purchases };
}
