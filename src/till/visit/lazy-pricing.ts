/**
 * Billing is fetched when there is something to bill: a page that is only read costs its reader nothing, and needs no
 * till roll. With what shows results it is there already (`playground/results/lazy.ts`).
 */
import { computed, effect, signal } from '@preact/signals';
import '../prices/follow-choice.ts';
import { chosen, isChoiceKnown } from '../prices/tariff-choice.ts';
import { isVisitKnown, purchases } from './visit.ts';

type Pricing = typeof import('./pricing.ts');

export const pricing = signal<Pricing | null>(null);

const isPriced = computed(() => purchases.value.length > 0 || chosen.value !== null);

/** Exact dollars of this visit; null until it is known what ran, under which tariff, and what that comes to. */
export const visitUsd = computed(() => {
  if (!isVisitKnown.value || !isChoiceKnown.value) return null;
  return isPriced.value ? (pricing.value?.functionsUsd(purchases.value) ?? null) : '0';
});

if (typeof document !== 'undefined') {
  effect(() => {
    // Read here, so that what could not be fetched is tried again at the next run.
    const isNeeded = purchases.value.length > 0 || isPriced.value;
    if (!isNeeded || pricing.value !== null) return;
    import('./pricing.ts').then(
      (module) => {
        pricing.value = module;
      },
      () => undefined,
    );
  });
}
