/**
 * The named rules that a tariff is put together from, as a table. A rule says which whole-number counts it
 * prices, in which units a price may be quoted, and which part of a free tier covers it.
 *
 * To add one: its name and its row here and, when it needs a new count, a name in `countNames` and a line in
 * `meter.ts`. The compiler asks for what is missing.
 */
import type { FreeTierField } from './tariff.ts';

/**
 * What is counted, as whole numbers. `…Us` is billed time in microseconds, after the tariff's rounding;
 * `…MbUs` that time multiplied by the billed memory. The counts of time alone have no price: they are there
 * so that a receipt can say "15 ms opstarten".
 */
export const countNames = ['requests', 'initUs', 'durationUs', 'initMbUs', 'durationMbUs'] as const;
export type CountName = (typeof countNames)[number];

/** What a line of a receipt is about. */
export type What = 'requests' | 'init' | 'duration';

export const ruleNames = ['per-request', 'configured-memory-time'] as const;
export type RuleName = (typeof ruleNames)[number];

export const unitNames = ['million-requests', 'gb-second'] as const;
export type UnitName = (typeof unitNames)[number];

export interface Rule {
  /**
   * The lines that it makes. In this order they use up the free tier and the volume tiers: the start comes
   * before the run.
   */
  readonly parts: readonly { readonly what: What; readonly count: CountName }[];
  /** How much of a unit one count is. All are finite decimals, so multiplying by them loses nothing. */
  readonly unitsPerCount: Readonly<Partial<Record<UnitName, string>>>;
  /** Which allowance of a free tier covers it, and how many counts one of that allowance is. */
  readonly freeTier: { readonly field: FreeTierField; readonly countsPerOne: string };
}

export const rules: Readonly<Record<RuleName, Rule>> = {
  /** Each invocation counts, however long it took. */
  'per-request': {
    parts: [{ what: 'requests', count: 'requests' }],
    unitsPerCount: { 'million-requests': '0.000001' },
    freeTier: { field: 'requests', countsPerOne: '1' },
  },
  /** Memory as configured × billed wall-clock time. 1 GB·s = 1,024 MB × 1,000,000 µs. */
  'configured-memory-time': {
    parts: [
      { what: 'init', count: 'initMbUs' },
      { what: 'duration', count: 'durationMbUs' },
    ],
    unitsPerCount: { 'gb-second': '0.0000000009765625' },
    freeTier: { field: 'gbSeconds', countsPerOne: '1024000000' },
  },
};
