/**
 * The choice of a tariff as all tabs share it. It is fetched when something was chosen once, or when there is something to
 * choose from.
 */
import { effect } from '@preact/signals';
import type { Tariff } from '../../billing/index.ts';
import { shareAcrossTabs } from '../../kit/shared.ts';
import { choice } from './lab-choice.ts';
import { tariff as labTariff } from './lab-tariff.ts';
import { laterChoice, NO_CHOICE, parseChoice, printChoice } from './stored-choice.ts';
import { CHOICE_KEY, chosen, isChoiceKnown, type TariffChoice } from './tariff-choice.ts';

const stored = shareAcrossTabs({
  key: CHOICE_KEY,
  nothing: NO_CHOICE,
  merge: laterChoice,
  parse: parseChoice,
  print: printChoice,
});

/** @throws when the other tariffs could not be fetched; nothing is changed then */
export async function chooseTariff(id: string): Promise<void> {
  const tariff = await fetchTariff(id);
  if (tariff === undefined) return;
  // A tariff without a free tier has none to apply.
  set({
    tariff,
    options: { freeTier: choice.peek().options.freeTier !== false && tariff.freeTier !== null },
  });
}

export function chooseFreeTier(freeTier: boolean): void {
  set({ ...choice.peek(), options: { freeTier } });
}

function set(picked: TariffChoice): void {
  chosen.value = picked;
  isChoiceKnown.value = true;
  const freeTier = picked.options.freeTier !== false;
  // The clock may have been set back since the choice before.
  stored.add(({ atMs }) => ({ id: picked.tariff.id, freeTier, atMs: Math.max(Date.now(), atMs + 1) }));
}

async function fetchTariff(id: string): Promise<Tariff | undefined> {
  return id === labTariff.id ? labTariff : (await import('./all-prices.ts')).findTariff(id);
}

/** Follows what was chosen on an earlier page, and what is chosen in another tab. */
async function follow(id: string | null, freeTier: boolean): Promise<void> {
  const { tariff, options } = choice.peek();
  if (id !== null && (tariff.id !== id || (options.freeTier !== false) !== freeTier)) {
    const wanted = stored.known.peek();
    try {
      const found = await fetchTariff(id);
      if (stored.known.peek() !== wanted) return;
      if (found !== undefined) {
        chosen.value = { tariff: found, options: { freeTier: freeTier && found.freeTier !== null } };
      }
    } catch {
      // Not to be fetched now: the tariff that there is goes on, and the receipt names it.
    }
  }
  isChoiceKnown.value = true;
}

if (typeof document !== 'undefined') {
  effect(() => {
    const { id, freeTier } = stored.known.value;
    void follow(id, freeTier);
  });
}
