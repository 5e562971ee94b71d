/**
 * Billing is fetched when there is something to bill: a page that is only read costs its reader nothing, and needs no
 * till roll. With what shows results it is there already (`lazy-results.ts`).
 */
import { effect, signal } from '@preact/signals';
import { choice, labChoice } from '../prices/tariff-choice.ts';
import { purchases } from './visit.ts';

type Pricing = typeof import('./pricing.ts');

export const pricing = signal<Pricing | null>(null);

/** Exact dollars of this visit; what is not fetched yet reads as before anything ran. */
export function visitUsd(): string {
  return pricing.value?.functionsUsd(purchases.value) ?? '0';
}

if (typeof document !== 'undefined') {
  effect(() => {
    const isNeeded = purchases.value.length > 0 || choice.value !== labChoice;
    if (!isNeeded || pricing.value !== null) return;
    // What could not be fetched is tried again at the next run.
    import('./pricing.ts').then(
      (module) => {
        pricing.value = module;
      },
      () => undefined,
    );
  });
}
