/** Under which tariff visits are billed now: what the reader picked, or the lab's own. */
import { computed } from '@preact/signals';
import { tariff as labTariff } from './lab-tariff.ts';
import { chosen, type TariffChoice } from './tariff-choice.ts';

/** In the free tier nothing would be left to see; whether one applies is the account's affair. */
export const labChoice: TariffChoice = { tariff: labTariff, options: { freeTier: false } };

export const choice = computed(() => chosen.value ?? labChoice);
