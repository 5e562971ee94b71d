/**
 * Which steps of a lesson are ticked, kept on this device. A step can be unticked, and two copies still become one without a
 * loss: what is kept is how often each was turned, and that only grows. An odd number is a tick.
 *
 * Apart from `progress.ts`, which every page carries: this is fetched by a lesson whose steps are touched, and by the page of
 * progress.
 */
import { type Shared, type SharedWorld, shareAcrossTabs } from '../kit/shared.ts';
import { TICKS_KEY } from './ticks-key.ts';

/** By slug of the lesson and key of the step (`2-1`). */
export type Turns = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface KeptSteps {
  /** How often all of it was wiped: what was known before does not come back from another tab. */
  readonly wipes: number;
  readonly turns: Turns;
}

export const NO_STEPS: KeptSteps = { wipes: 0, turns: {} };

const MOST_TURNS = 1_000_000;

/** In any order and any number of times. */
export function mergeTurns(a: Turns, b: Turns): Turns {
  const merged = new Map(Object.entries(a));
  for (const [slug, theirs] of Object.entries(b)) {
    const mine = new Map(Object.entries(merged.get(slug) ?? {}));
    for (const [key, turns] of Object.entries(theirs)) mine.set(key, Math.max(turns, mine.get(key) ?? 0));
    merged.set(slug, Object.fromEntries(mine));
  }
  return Object.fromEntries(merged);
}

export function mergeSteps(a: KeptSteps, b: KeptSteps): KeptSteps {
  if (a.wipes !== b.wipes) return a.wipes > b.wipes ? a : b;
  return { wipes: a.wipes, turns: mergeTurns(a.turns, b.turns) };
}

/** @returns what of it can be read; whatever else is in it is left out */
export function parseTurns(value: unknown): Turns {
  return Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([slug, steps]) => {
      const kept = Object.entries(recordOf(steps)).filter(
        (entry): entry is [string, number] => /^\d{1,3}-\d{1,3}$/.test(entry[0]) && isCount(entry[1]),
      );
      return /^[a-z0-9][a-z0-9-]{0,99}$/.test(slug) && kept.length > 0
        ? [[slug, Object.fromEntries(kept)] as const]
        : [];
    }),
  );
}

export function parseSteps(value: unknown): KeptSteps | null {
  const { v, wipes, turns } = recordOf(value);
  if (v !== 1) return null;
  return { wipes: isCount(wipes) ? wipes : 0, turns: parseTurns(turns) };
}

/** The same has the same text. */
export function printSteps({ wipes, turns }: KeptSteps): string {
  const sorted = <T>(all: Readonly<Record<string, T>>) =>
    Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  const inOrder = sorted(turns).map(([slug, steps]) => [slug, Object.fromEntries(sorted(steps))]);
  return JSON.stringify({ v: 1, turns: Object.fromEntries(inOrder), ...(wipes > 0 && { wipes }) });
}

/** @returns keys of the steps of a lesson that are ticked */
export function tickedOf({ turns }: KeptSteps, slug: string): ReadonlySet<string> {
  const steps = Object.entries(Object.hasOwn(turns, slug) ? (turns[slug] ?? {}) : {});
  return new Set(steps.flatMap(([key, count]) => (count % 2 === 1 ? [key] : [])));
}

/** @returns the same with this step ticked or not */
export function withTick(kept: KeptSteps, slug: string, key: string, isTicked: boolean): KeptSteps {
  if (tickedOf(kept, slug).has(key) === isTicked) return kept;
  const count = (Object.hasOwn(kept.turns, slug) ? kept.turns[slug]?.[key] : undefined) ?? 0;
  return { ...kept, turns: mergeTurns(kept.turns, { [slug]: { [key]: count + 1 } }) };
}

/** @param world what it is kept in; that of this page if absent */
export function openSteps(world?: SharedWorld): Shared<KeptSteps> {
  return shareAcrossTabs(
    { key: TICKS_KEY, nothing: NO_STEPS, merge: mergeSteps, parse: parseSteps, print: printSteps },
    world,
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= MOST_TURNS;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
