/**
 * Under which tariff this visit is billed: the lab's, until the reader picks another one. It goes for the till and
 * for every receipt, so that no two amounts on a page differ without a reason. Lasts as long as the visit.
 */
import { signal } from '@preact/signals';
import type { PricingOptions, Tariff } from '../../billing/index.ts';
import { tariff as labTariff } from './prices.ts';

export interface TariffChoice {
  readonly tariff: Tariff;
  readonly options: PricingOptions;
}

const key = 'functielab:tarief';

/** In the free tier nothing would be left to see; whether one applies is the account's affair. */
export const labChoice: TariffChoice = { tariff: labTariff, options: { freeTier: false } };

export const choice = signal<TariffChoice>(labChoice);

/** @throws when the other tariffs could not be fetched; nothing is changed then */
export async function chooseTariff(id: string): Promise<void> {
  const tariff = id === labTariff.id ? labTariff : (await import('./all-prices.ts')).findTariff(id);
  if (tariff === undefined) return;
  // A tariff without a free tier has none to apply.
  const freeTier = choice.peek().options.freeTier !== false && tariff.freeTier !== null;
  set({ tariff, options: { freeTier } });
}

export function chooseFreeTier(freeTier: boolean): void {
  set({ ...choice.peek(), options: { freeTier } });
}

function set(chosen: TariffChoice): void {
  choice.value = chosen;
  try {
    const saved = { v: 1, id: chosen.tariff.id, freeTier: chosen.options.freeTier };
    sessionStorage.setItem(key, JSON.stringify(saved));
  } catch {
    // Full or forbidden: the choice then lasts as long as this page.
  }
}

/** What was chosen on an earlier page of this visit. */
async function restore(): Promise<void> {
  try {
    const saved = JSON.parse(sessionStorage.getItem(key) ?? 'null') as {
      v?: unknown;
      id?: unknown;
      freeTier?: unknown;
    } | null;
    if (saved?.v !== 1 || typeof saved.id !== 'string') return;
    await chooseTariff(saved.id);
    if (saved.freeTier === true && choice.peek().tariff.freeTier !== null) chooseFreeTier(true);
  } catch {
    // Unreadable, or not to be fetched now: the lab's own tariff it is.
  }
}

if (typeof document !== 'undefined') void restore();
