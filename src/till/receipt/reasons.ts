/** Why an amount on a receipt is what it is, and what a reader should know before believing it, in Dutch. */
import {
  type Assumption,
  printAmount,
  printMoney,
  printQuantity,
  type Receipt,
  type ReceiptLine,
  SYMBOL_SPACE,
  type Tariff,
  totalsInCents,
} from '../../billing/index.ts';
import { dateInWords } from '../../kit/dates.ts';
import { isOld } from '../prices/price-age.ts';
import { euro, rate } from '../prices/prices.ts';
import { assumptionWords, quantityInWords, ruleWords, seenInWords, whatWords } from './words.ts';

/** How one part of an amount came about. */
export interface Reason {
  readonly key: string;
  readonly what: string;
  /** Quantity × unit price = amount: nothing is rounded there. */
  readonly sum: string;
  readonly rule: string;
  readonly source: string;
  /** Where and when the price was read, and how sure of it we are. */
  readonly read: string;
}

export const rateSentence = `€ 1 = $ ${printQuantity(rate.usdPerEur)}, koers van ${dateInWords(rate.date)}. We rekenen in dollars, en de euro is een weergave daarvan.`;

/** With all its digits. */
function dollars(usd: string): string {
  return `$${SYMBOL_SPACE}${printMoney(usd)}`;
}

/** With all its digits, in the currency that the provider quotes. */
export function ownPrice(usd: string, { currency }: Tariff): string {
  if (currency === 'USD') return dollars(usd);
  // Dollars came from euros that end, so these euros end: more decimals than any price or sum has show them all.
  return printAmount(usd, euro, { decimals: 30 }).replace(/(?<=,\d\d[\d\s]*?)[\s0]+$/, '');
}

/** Which step of the price, where more than the first is reached. */
export function tierOf({ tier, rule }: ReceiptLine, all: readonly ReceiptLine[]): string {
  const isReached = all.some((other) => other.rule === rule && (other.tier ?? 1) > 1);
  return tier === null || !isReached ? '' : `, staffel ${tier}`;
}

export function reasonsOf(whole: Receipt, tariff: Tariff): readonly Reason[] {
  return whole.lines.flatMap((line, at) => reasonsOfLine(line, at, tariff, whole));
}

/** One line's reasons: of bought credits also what used them up. */
export function reasonsOfLine(
  line: ReceiptLine,
  at: number,
  tariff: Tariff,
  whole: Receipt,
): readonly Reason[] {
  const own = reasonOf(line, at, tariff, whole.lines);
  if (line.rule !== 'credit-packs') return [own];
  const included = printQuantity(tariff.credits?.included ?? '0');
  return [
    own,
    ...whole.creditLines.map((used) => ({
      ...own,
      key: `credits-${used.what}`,
      what: `Credits voor ${whatWords[used.what].toLowerCase()}`,
      sum: `${quantityInWords(used.quantity, used.unit)} × ${printQuantity(used.creditsPerUnit)} credits = ${printQuantity(used.credits)} credits`,
      rule: `In het vaste bedrag zitten ${included} credits.`,
    })),
  ];
}

function reasonOf(line: ReceiptLine, at: number, tariff: Tariff, all: readonly ReceiptLine[]): Reason {
  const quantity = quantityInWords(line.quantity, line.unit);
  const free = line.freeQuantity === '0' ? '' : ` (${printQuantity(line.freeQuantity)} gratis)`;
  const discount = line.discountUsd === '0' ? '' : ` − ${ownPrice(line.discountUsd, tariff)} gratis tegoed`;
  // All of a sum is in one currency: the provider's own.
  const amount = ownPrice(line.amountUsd, tariff);
  return {
    key: `${line.what}${at}`,
    what: `${whatWords[line.what]}${tierOf(line, all)}`,
    sum: `${quantity}${free} × ${ownPrice(line.unitPriceUsd, tariff)}${discount} = ${amount}`,
    rule: ruleWords[line.rule],
    source: line.source,
    read: readInWords(tariff, line.confidence === 'doubtful'),
  };
}

/** "gelezen op 28 september 2026 (documentatie van de provider)", with what a reader should doubt. */
export function readInWords(
  { readDate, seenIn }: Pick<Tariff, 'readDate' | 'seenIn'>,
  isDoubtful = false,
): string {
  const on = readDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(readDate) ? 'gelezen op' : 'gelezen in';
  const when = readDate === null ? 'gelezen op een onbekende dag' : `${on} ${dateInWords(readDate)}`;
  const old = isOld(readDate, new Date()) ? '; meer dan een jaar oud' : '';
  return `${when} (${seenInWords[seenIn]}${old}${isDoubtful ? '; onzeker' : ''})`;
}

export function remarksOf(tariff: Tariff, assumptions: readonly Assumption[]): readonly string[] {
  const remarks = assumptions.map((assumption) => assumptionWords[assumption]);
  if (tariff.endedOn !== undefined) {
    remarks.push(`Dit tarief gold tot ${dateInWords(tariff.endedOn)}. Nu kun je het niet meer krijgen.`);
  } else if (isOld(tariff.readDate, new Date())) {
    remarks.push('Deze prijzen zijn meer dan een jaar geleden gelezen. Misschien zijn ze veranderd.');
  }
  remarks.push(...planRemarks(tariff));
  if (tariff.confidence === 'doubtful') remarks.push('Van deze prijzen zijn we niet zeker.');
  if (tariff.currency === 'EUR') remarks.push('Deze provider rekent in euro.');
  return remarks;
}

/** Which plan the amount is for, whether it is an old one, whether its fee is in it, and what there is for nothing. */
export function planRemarks({ plan, replacedBy }: Tariff): readonly string[] {
  if (replacedBy !== undefined) return [`Dit is een oud plan. Een nieuwe functie krijgt ${replacedBy}.`];
  if (plan === undefined) return [];
  const fee = `${dollars(plan.feeUsd)} per ${plan.per === 'seat' ? 'persoon per maand' : 'maand'}`;
  const counted = plan.isCounted
    ? `Het vaste bedrag van ${fee} telt mee, voor de hele maand.`
    : `Het vaste bedrag van ${fee} telt niet mee, omdat er tegoed voor gebruik in zit.`;
  return [`Dit is het betaalde plan ${plan.name}. ${counted} Er is ook een gratis plan: ${plan.freePlan}.`];
}

/** Where an invoice would say another amount: some providers round each line, and add up what they rounded. */
export function centRemark({ lines }: Receipt): readonly string[] {
  const { roundedAtEnd, sumOfRounded } = totalsInCents(lines.map(({ amountUsd }) => amountUsd));
  if (roundedAtEnd === sumOfRounded || roundedAtEnd === '0.00') return [];
  const [end, sum] = [roundedAtEnd, sumOfRounded].map(dollars);
  return [`In centen is dit ${end}. Een provider die elke regel eerst afrondt, komt op ${sum}.`];
}
