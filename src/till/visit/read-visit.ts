/** Reads a visit that was stored. */
import { usageFrom } from '../../billing/check-usage.ts';
import { MAX_DURATION_MS } from '../../billing/usage.ts';
import { keyOf, MOST_RUNS, type Purchase, type Visit } from './visit-state.ts';

/** As long as a title may be; ours are far shorter. */
const MOST_CHARACTERS = 200;
/** The last moment that a `Date` knows, in ms. */
const LAST_MOMENT_MS = 8.64e15;

/**
 * Reads what was stored, by us or by whoever can write there: what is not right is left out, and nothing throws.
 *
 * @returns null when it is no visit at all
 */
export function parseVisit(text: string | null, nowMs: number): Visit | null {
  const value = fromJson(text);
  if (!isRecord(value) || value['v'] !== 2) return null;
  const { number, ranMs, atMs } = value;
  const isClock = isWithin(ranMs, MAX_DURATION_MS) && isWithin(atMs, LAST_MOMENT_MS);
  const stored: readonly unknown[] = Array.isArray(value['purchases']) ? value['purchases'] : [];
  const purchases = new Map<string, Purchase>();
  for (const one of stored) {
    const purchase = purchaseFrom(one);
    if (purchase === null) continue;
    const key = keyOf(purchase.title, purchase.usage);
    if ((purchases.get(key)?.usage.count ?? 0) < purchase.usage.count) purchases.set(key, purchase);
  }
  return {
    number: isWithin(number, MOST_RUNS) && Number.isInteger(number) ? Math.max(1, number) : 1,
    purchases,
    clock: isClock ? { ranMs, atMs } : { ranMs: 0, atMs: nowMs },
  };
}

function purchaseFrom(value: unknown): Purchase | null {
  if (!isRecord(value)) return null;
  const { title } = value;
  if (typeof title !== 'string' || title === '' || title.length > MOST_CHARACTERS) return null;
  const usage = usageFrom(value['usage']);
  const count = usage?.count;
  return usage !== null && count !== undefined && count > 0 && count <= MOST_RUNS
    ? { title, usage: { ...usage, count } }
    : null;
}

function fromJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}
