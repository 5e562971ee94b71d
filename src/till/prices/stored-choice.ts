/** The choice of a tariff as it is kept on this device: pure. */

export interface StoredChoice {
  /** Of a tariff; null when none was ever chosen. */
  readonly id: string | null;
  readonly freeTier: boolean;
  /** When it was chosen, on the wall's clock, and later than the choice before it. */
  readonly atMs: number;
}

export const NO_CHOICE: StoredChoice = { id: null, freeTier: false, atMs: 0 };

/** Of two made in the same millisecond it does not matter which one holds, but it must be the same one in every tab. */
export function laterChoice(a: StoredChoice, b: StoredChoice): StoredChoice {
  if (a.atMs !== b.atMs) return a.atMs > b.atMs ? a : b;
  return printChoice(a) > printChoice(b) ? a : b;
}

export function printChoice({ id, freeTier, atMs }: StoredChoice): string {
  return JSON.stringify({ v: 1, id, freeTier, atMs });
}

/** @returns null for what is no choice */
export function parseChoice(value: unknown): StoredChoice | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, id, freeTier, atMs } = value as Partial<Record<string, unknown>>;
  const isChoice =
    v === 1 &&
    typeof id === 'string' &&
    /^[a-z0-9-]{1,80}$/.test(id) &&
    typeof freeTier === 'boolean' &&
    Number.isSafeInteger(atMs) &&
    Number(atMs) > 0 &&
    Number(atMs) < Number.MAX_SAFE_INTEGER;
  return isChoice ? { id, freeTier, atMs: Number(atMs) } : null;
}
