/**
 * Under which tariff visits are billed: the lab's, until the reader picks another one. It goes for the till and
 * for every receipt, in all tabs, so that no two amounts differ without a reason. Of two choices the later one holds.
 */
import { signal } from '@preact/signals';
import type { PricingOptions, Tariff } from '../../billing/index.ts';
import { readText } from '../../kit/storage.ts';

export interface TariffChoice {
  readonly tariff: Tariff;
  readonly options: PricingOptions;
}

/** Where the device has it. */
export const CHOICE_KEY = 'functielab:tarief';

/** Null as long as it is the lab's own (`lab-choice.ts`). */
export const chosen = signal<TariffChoice | null>(null);
/** What the lab's tariff is called, for a page on which nothing has been billed yet. */
export const LAB_TARIFF_NAME = 'AWS Lambda (x86_64)';
/** False until what was chosen before has been fetched: until then no amount may be shown. */
export const isChoiceKnown = signal(!isChosen());

export function isChosen(): boolean {
  return typeof document !== 'undefined' && readText(CHOICE_KEY) !== null;
}
