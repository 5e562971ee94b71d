/** What a machine needs beside itself, and how much it may do, in Dutch. */
import type { AlwaysOn, AlwaysOnExtra } from '../../billing/index.ts';
import { dollarOf } from './euros.ts';

const extraWords = {
  'public-ipv4': 'publiek adres',
  disk: 'schijf',
} satisfies Record<AlwaysOnExtra, string>;

/** What is left out of an amount because nobody told its price; empty when nothing is. */
export function unpricedInWords(unpriced: readonly AlwaysOnExtra[]): string {
  if (unpriced.length === 0) return '';
  return `zonder ${unpriced.map((extra) => extraWords[extra]).join(' en ')}: daarvoor hebben we geen prijs met een bron`;
}

/** How long a burstable machine may go at full strength; null for one that always may. */
export function burstInWords({ burst, limits }: AlwaysOn): string | null {
  if (burst === undefined) return null;
  const { baselineVcpu, surplusUsdPerVcpuHour } = burst;
  const baseline =
    baselineVcpu === null
      ? `Hoeveel hij van zijn ${limits.vcpu} vCPU gemiddeld mag gebruiken, hebben we niet gelezen.`
      : `Van zijn ${limits.vcpu} vCPU mag hij er gemiddeld ${baselineVcpu.replace('.', ',')} gebruiken.`;
  const more =
    surplusUsdPerVcpuHour === null
      ? 'Doet hij meer, dan wordt hij trager of komt er geld bij.'
      : `Doet hij meer, dan betaal je ${dollarOf(surplusUsdPerVcpuHour)} per vCPU-uur erbij.`;
  return `Deze server mag maar af en toe op volle kracht. ${baseline} ${more}`;
}
