/** What the page of traffic says, for readers: fields, choices, moments and what went wrong. */
import { count, decimal, grouped } from '../kit/numbers.ts';
import { DAY_MS } from './day-shape.ts';
import type { Stretch } from './slice-store.ts';
import { MONTH_MS } from './stories.ts';
import type { NumberSetting, RoutingName, Spread } from './traffic-state.ts';

export const settingWords = {
  concurrencyLimit: {
    label: 'Maximaal tegelijk',
    unit: '',
    about: 'Wie daarboven aanklopt, krijgt status 429.',
  },
  idleSeconds: {
    label: 'Wacht gratis',
    unit: 's',
    about: 'Zo lang blijft een instantie zonder werk bestaan. Bij AWS was dat ooit gemeten: 5 tot 7 minuten.',
  },
  memoryMb: { label: 'Geheugen', unit: 'MB', about: 'Verandert hier de rekening, niet de snelheid.' },
  perInstance: {
    label: 'Aanroepen per instantie tegelijk',
    unit: '',
    about: 'Eén bij AWS Lambda, meer bij Cloud Run.',
  },
  provisioned: {
    label: 'Altijd gereed',
    unit: 'instanties',
    about: 'Die starten niet koud, en kosten ook geld als ze niets doen.',
  },
  keepWarmMinutes: {
    label: 'Zelf warm houden: elke',
    unit: 'minuten',
    about: 'Een eigen aanroep die alleen maar wakker houdt. 0: niet.',
  },
  keepWarmInstances: { label: 'Zoveel tegelijk warm houden', unit: 'instanties', about: '' },
  perTenSeconds: {
    label: 'Zoveel starts per 10 s',
    unit: '',
    about: 'AWS Lambda start er maximaal 1.000. 0: geen rem.',
  },
} as const satisfies Record<NumberSetting, { label: string; unit: string; about: string }>;

export const routingWords = {
  'most-recent': 'Wie het laatst iets deed (zoals in het lab)',
  'newest-created': 'De jongste instantie',
  'oldest-created': 'De oudste instantie',
  random: 'Een willekeurige instantie',
  'least-recent': 'Wie het langst niets deed (om de beurt)',
} as const satisfies Record<RoutingName, string>;

export const spreadWords = {
  vast: 'altijd even lang',
  wisselend: 'de ene wat langer dan de andere',
  uitschieters: 'soms veel langer',
  exponentieel: 'heel verschillend (exponentieel)',
} as const satisfies Record<Spread, string>;

/** What a scenario calls a field, as the form calls it. */
export const fieldWords: Readonly<Record<string, string>> = {
  provisioned: settingWords.provisioned.label,
  'keepWarm.instances': settingWords.keepWarmInstances.label,
  'keepWarm.everyMs': settingWords.keepWarmMinutes.label,
  warmMs: 'Een warme aanroep',
  coldMs: 'Een koude start',
  'arrivals.perHour': 'De getekende dag',
  arrivals: 'Het verkeer',
};

/** A refused scenario, with the form's own names. */
export function problemInWords(message: string): string {
  const plain = Object.entries(fieldWords).reduce(
    (text, [field, label]) => text.replace(`\`${field}\``, label),
    message,
  );
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function spanInWords(ms: number): string {
  if (ms === 60_000) return 'een minuut';
  if (ms === 1_000) return 'een seconde';
  return ms < 1_000 ? `${ms.toLocaleString('nl')} ms` : `${(ms / 1_000).toLocaleString('nl')} s`;
}

/** What runs, by how long it is: "de maand", "de week". What is no round time has no name of its own. */
export function periodInWords(untilMs: number): string {
  if (untilMs === MONTH_MS) return 'de maand';
  if (untilMs === 7 * DAY_MS) return 'de week';
  return untilMs === DAY_MS ? 'de dag' : 'het verkeer';
}

/** What there was to see in a stretch of time, in a sentence or two. */
export function stretchInWords(stretch: Stretch | null): string {
  if (stretch === null) return 'Hier is nog niets gedraaid.';
  const { arrived, rejected, starting, busy, idle, fromMs, toMs } = stretch;
  const whole = (value: number) => (value >= 10 ? grouped(Math.round(value)) : decimal(value, 1));
  const calls =
    arrived === 0
      ? 'Niemand roept de functie aan.'
      : `${count(arrived, 'aanroep', 'aanroepen')} in ${spanInWords(toMs - fromMs)}, ${
          rejected === 0 ? 'niets geweigerd' : `waarvan ${grouped(rejected)} geweigerd (429)`
        }.`;
  if (starting + busy + idle < 0.05) return `${calls} Er is geen enkele instantie, en dat kost niets.`;
  const doing = [
    busy >= 0.05 && `${whole(busy)} ${busy >= 1.5 ? 'werken' : 'werkt'}`,
    starting >= 0.05 && `${whole(starting)} ${starting >= 1.5 ? 'starten' : 'start'} koud`,
    idle >= 0.05 && `${whole(idle)} ${idle >= 1.5 ? 'wachten' : 'wacht'} gratis`,
  ].filter((part) => part !== false);
  return `${calls} Instanties, gemiddeld: ${doing.join(', ')}.`;
}

/** "12,3 per seconde", "4 per minuut": calls as a reader would say it. */
export function perTime(perSecond: number): string {
  const rounded = (value: number) =>
    value.toLocaleString('nl', { maximumFractionDigits: value < 10 ? 1 : 0 });
  if (perSecond >= 1) return `${rounded(perSecond)} per seconde`;
  return perSecond * 60 >= 1
    ? `${rounded(perSecond * 60)} per minuut`
    : `${rounded(perSecond * 3_600)} per uur`;
}

/** How long somebody waited: "340 ms", "1,2 s". */
export function wait(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms).toLocaleString('nl')} ms`;
  return `${(ms / 1_000).toLocaleString('nl', { maximumFractionDigits: 1 })} s`;
}

/** A share as a reader says it: "3,2 %", and "minder dan 0,1 %" for what is there but hardly. */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const value = (part / whole) * 100;
  return value < 0.1 ? 'minder dan 0,1 %' : `${decimal(value, value < 10 ? 1 : 0)} %`;
}
