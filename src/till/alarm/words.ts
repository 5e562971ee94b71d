/** What an alarm says to a reader, and how its border is read. */
import type { Decimal } from '../../billing/index.ts';
import { printAmount, printMoney, printQuantity, SYMBOL_SPACE } from '../../billing/show.ts';
import { count } from '../../kit/numbers.ts';
import { dollar } from '../prices/prices.ts';
import { TILL_DECIMALS } from '../prices/server-price.ts';
import type { AlarmMoment, AlarmOn, AlarmStanding, AlarmTerms } from './alarm-terms.ts';

export const WATCHED: readonly (readonly [on: AlarmOn, name: string, border: string])[] = [
  ['usd', 'Het bedrag op de bon', 'Boven hoeveel dollar?'],
  ['failed', 'Mislukte aanroepen in een minuut', 'Bij meer dan hoeveel?'],
  ['refused', 'Geweigerde aanroepen (429) in een minuut', 'Bij meer dan hoeveel?'],
  ['p95', 'Duur: p95 van een minuut', 'Boven hoeveel milliseconden?'],
];

/** What the form begins with for each of them. */
export const FIRST_BORDER: Readonly<Record<AlarmOn, string>> = {
  usd: '0,0001',
  failed: '3',
  refused: '10',
  p95: '1000',
};

/** How late the figures come in, in ms. */
export const LATE_CHOICES: readonly (readonly [lateMs: number, name: string])[] = [
  [0, 'Meteen'],
  [5_000, 'Na 5 seconden'],
  [15_000, 'Na 15 seconden'],
  [60_000, 'Na een minuut'],
];

/**
 * @param text as somebody writes it: `0,001`, `0.001`, `20`
 * @returns all its digits, or null when it is no such number
 */
export function borderOf(text: string): Decimal | null {
  const [, whole = '', part] = /^\s*(\d{1,12})(?:[.,](\d{1,20}))?\s*$/.exec(text) ?? [];
  if (whole === '') return null;
  return part === undefined ? whole : `${whole}.${part}`;
}

/** As the form writes it. */
export const writtenBorder = (above: Decimal): string => above.replace('.', ',');

/** "$ 0,0001", "3 mislukte aanroepen in een minuut". */
export function borderInWords({ on, above }: Pick<AlarmTerms, 'on' | 'above'>): string {
  const some = printQuantity(above);
  switch (on) {
    case 'usd':
      return `$${SYMBOL_SPACE}${printMoney(above)}`;
    case 'failed':
      return `${some} mislukte aanroepen in een minuut`;
    case 'refused':
      return `${some} geweigerde aanroepen in een minuut`;
    case 'p95':
      return `een p95 van ${some} ms`;
  }
}

/** As long as nothing rang; empty while there is nothing to tell. */
export function crossedInWords(terms: AlarmTerms, { crossed }: AlarmStanding): string {
  if (crossed === null) return '';
  return `Hier ging je over ${borderInWords(terms)}, na ${billed(terms, crossed)}. Het alarm weet dat nog niet, want de cijfers komen ${lateInWords(terms.lateMs)} binnen.`;
}

export function rungInWords(terms: AlarmTerms, { crossed, rung }: AlarmStanding): string {
  if (crossed === null || rung === null) return '';
  const first = `Alarm: je ging over ${borderInWords(terms)} na ${billed(terms, crossed)}.`;
  if (rung.calls === crossed.calls) return first;
  return `${first} Bij de melding, ${lateInWords(terms.lateMs)}, waren het er ${rung.calls.toLocaleString('nl')} en stond er ${onReceipt(rung)}.`;
}

/** What the alarm did about it: nothing, unless the reader asked for more. */
export function doneInWords({ stops }: Pick<AlarmTerms, 'stops'>): string {
  return stops
    ? 'Daarna heeft het alarm Maximaal tegelijk op 0 gezet: elke nieuwe aanroep krijgt een 429.'
    : 'Het alarm stopt niets: nieuwe aanroepen gaan gewoon door.';
}

/** For who hears the page: once, at the ringing. */
export function announced(terms: AlarmTerms, { rung }: AlarmStanding): string {
  return rung === null ? '' : `Alarm: meer dan ${borderInWords(terms)}. ${doneInWords(terms)}`;
}

/** @param times the amount goes into it so often */
export function callsInWords(times: number): string {
  if (times < 1) return 'Dat is minder dan één aanroep zoals de laatste kost.';
  return `Dat zijn ongeveer ${count(Math.round(times), 'aanroep', 'aanroepen')} zoals de laatste.`;
}

/** A call that is refused is not on the receipt: who sent fifty and reads of two must see which two. */
const billed = ({ on }: AlarmTerms, moment: AlarmMoment) =>
  `${count(moment.calls, 'aanroep', 'aanroepen')}${on === 'refused' ? ' die doorgingen' : ''}, met ${onReceipt(moment)} op de bon`;

const onReceipt = ({ usd }: AlarmMoment) => printAmount(usd, dollar, { decimals: TILL_DECIMALS });

function lateInWords(lateMs: number): string {
  if (lateMs === 0) return 'meteen';
  const seconds = lateMs / 1_000;
  return seconds === 60 ? 'een minuut later' : `${count(seconds, 'seconde', 'seconden')} later`;
}
