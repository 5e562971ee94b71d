/** What a tariff asks and how it counts, in Dutch sentences: a list for people who read prices. */
import {
  type AllowanceName,
  type Allowances,
  type Component,
  printMoney,
  printQuantity,
  SYMBOL_SPACE,
  type Tariff,
} from '../../billing/index.ts';
import { count, decimal } from '../../kit/numbers.ts';
import { ownPrice, planRemarks } from './reasons.ts';
import { ruleWords, unitWords } from './words.ts';

const allowanceWords = {
  requests: 'aanroepen',
  gbSeconds: 'GB-seconden',
  vcpuSeconds: 'vCPU-seconden',
  ghzSeconds: 'GHz-seconden',
  cpuMs: 'CPU-milliseconden',
  dataOutGib: 'GiB data naar buiten',
  streamedGib: 'GiB grote antwoorden',
} satisfies Record<AllowanceName, string>;

/** Each thing that costs, with its price in the provider's own currency. */
export function priceLines(tariff: Tariff): readonly string[] {
  const lines = tariff.components.map(
    (component) => `${priceOf(component, tariff)}. ${ruleWords[component.rule]}`,
  );
  const { credits } = tariff;
  if (credits !== undefined) {
    lines.push(
      `${printQuantity(credits.perPack)} extra credits voor ${ownPrice(credits.packUsd, tariff)}; de eerste ${printQuantity(credits.included)} zitten in het vaste bedrag.`,
    );
  }
  return lines;
}

function priceOf(component: Component, tariff: Tariff): string {
  const unit = unitWords[component.unit];
  if ('credits' in component) return `${printQuantity(component.credits)} credits per ${unit}`;
  return component.tiers
    .map(({ upTo, priceUsd, confidence }, at) => {
      const upToWords = upTo === null ? (at === 0 ? '' : ' daarboven') : ` tot ${printQuantity(upTo)}`;
      const doubt = confidence === 'doubtful' ? ' (onzeker)' : '';
      return `${ownPrice(priceUsd, tariff)} per ${unit}${upToWords}${doubt}`;
    })
    .join(', ');
}

/** Rounding, cold starts, what is free. */
export function rulesInWords(tariff: Tariff): readonly string[] {
  const { rounding, initBilled, freeTier, included, limits } = tariff;
  const lines: string[] = [];
  const step = rounding.durationStepMs;
  lines.push(
    step === null
      ? 'Hoe de tijd wordt afgerond, staat er niet bij.'
      : `De tijd wordt naar boven afgerond op ${count(step, 'milliseconde', 'milliseconden')}.`,
  );
  if (rounding.minimumDurationMs > (step ?? 0)) {
    lines.push(`Je betaalt altijd minstens ${decimal(rounding.minimumDurationMs, 0)} ms.`);
  }
  if (rounding.memorySizesMb !== undefined) {
    const sizes = rounding.memorySizesMb.map((size) => size.toLocaleString('nl')).join(', ');
    lines.push(`Geheugen komt in vaste maten: ${sizes} MB.`);
  } else if (rounding.memoryStepMb !== null && rounding.memoryStepMb > 1) {
    lines.push(`Geheugen wordt naar boven afgerond op ${rounding.memoryStepMb} MB.`);
  }
  lines.push(
    {
      true: 'Opstarten bij een koude start kost geld.',
      false: 'Opstarten bij een koude start is gratis.',
      unknown: 'Of opstarten bij een koude start geld kost, staat er niet bij.',
    }[`${initBilled.value}`],
  );
  if (included !== undefined) lines.push(`In het vaste bedrag: ${allowed(included)}.`);
  if (freeTier?.quantities !== undefined) {
    lines.push(`Gratis per maand: ${allowed(freeTier.quantities)}.`);
  }
  if (freeTier?.discountsUsd !== undefined) {
    const parts = Object.entries(freeTier.discountsUsd) as [AllowanceName, string][];
    const words = parts.map(
      ([name, usd]) => `$${SYMBOL_SPACE}${printMoney(usd)} aan ${allowanceWords[name]}`,
    );
    lines.push(`Korting per maand: ${words.join(', ')}.`);
  }
  lines.push(...planRemarks(tariff));
  if (freeTier?.isReadyExcluded) lines.push('Voor instanties die klaarstaan, is niets gratis.');
  if (limits?.maxMemoryMb !== undefined) {
    lines.push(`Meer dan ${limits.maxMemoryMb.toLocaleString('nl')} MB geheugen kan niet.`);
  }
  return lines;
}

function allowed(quantities: Allowances): string {
  const parts = Object.entries(quantities) as [AllowanceName, string][];
  return parts.map(([name, quantity]) => `${printQuantity(quantity)} ${allowanceWords[name]}`).join(', ');
}
